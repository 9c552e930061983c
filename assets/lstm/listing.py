import numpy as np

def sigmoid(a):
    return 1 / (1 + np.exp(-a))

def lstm_step(x, h, c, W_f, b_f, W_i, b_i, W_c, b_c, W_o, b_o):
    xh = np.concatenate([x, h])
    f = sigmoid(W_f @ xh + b_f)  # forget gate: what stays
    i = sigmoid(W_i @ xh + b_i)  # input gate: what may come in
    c_candidate = np.tanh(W_c @ xh + b_c)  # what would come in
    o = sigmoid(W_o @ xh + b_o)  # output gate: what is shown
    kept, added = f * c, i * c_candidate
    c = kept + added  # a sum, so gradients pass
    h = o * np.tanh(c)
    return h, c

def gru_step(x, h, W_r, b_r, W_z, b_z, W_n, b_n):
    xh = np.concatenate([x, h])
    r = sigmoid(W_r @ xh + b_r)  # reset gate: what n sees of h
    z = sigmoid(W_z @ xh + b_z)  # update gate: what stays of h
    xrh = np.concatenate([x, r * h])
    n = np.tanh(W_n @ xrh + b_n)  # what would come in
    kept, added = z * h, (1 - z) * n
    h = kept + added
    return h

def rnn_step(x, h, W_h, b_h):
    xh = np.concatenate([x, h])
    h = np.tanh(W_h @ xh + b_h)
    return h

def run_lstm(X, h, c, *weights):
    for x in X:
        h, c = lstm_step(x, h, c, *weights)
        yield h, c

def run(step, X, h, *weights):  # step: gru_step or rnn_step
    for x in X:
        h = step(x, h, *weights)
        yield h
