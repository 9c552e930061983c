import numpy as np

def sigmoid(a):
    return 1 / (1 + np.exp(-a))

def lstm_step(x, h_prev, c_prev, *weights):
    W_f, b_f, W_i, b_i, W_c, b_c, W_o, b_o = weights
    xh = np.concatenate([x, h_prev])  # @lstm-concatenate
    f = sigmoid(W_f @ xh + b_f)  # forget gate: what stays  # @forget
    i = sigmoid(W_i @ xh + b_i)  # input gate: what may come in  # @input
    c_candidate = np.tanh(W_c @ xh + b_c)  # what would come in  # @candidate
    o = sigmoid(W_o @ xh + b_o)  # output gate: what is shown  # @output
    kept, added = f * c_prev, i * c_candidate  # @lstm-parts
    c = kept + added  # a sum, so gradients pass  # @cell
    h = o * np.tanh(c)  # @hidden
    return h, c

def gru_step(x, h_prev, W_r, b_r, W_z, b_z, W_n, b_n):
    xh = np.concatenate([x, h_prev])  # @gru-concatenate
    r = sigmoid(W_r @ xh + b_r)  # reset gate: what n sees of h  # @reset
    z = sigmoid(W_z @ xh + b_z)  # update gate: what stays of h  # @update
    xrh = np.concatenate([x, r * h_prev])  # @reset-state
    n = np.tanh(W_n @ xrh + b_n)  # what would come in  # @new
    kept, added = z * h_prev, (1 - z) * n  # @gru-parts
    h = kept + added  # @blend
    return h

def rnn_step(x, h_prev, W_h, b_h):
    xh = np.concatenate([x, h_prev])  # @rnn-concatenate
    h = np.tanh(W_h @ xh + b_h)  # @recur
    return h

def run_lstm(X, h, c, *weights):
    for x in X:
        h, c = lstm_step(x, h, c, *weights)  # @lstm-step
        yield h, c

def run(step, X, h, *weights):  # step: gru_step or rnn_step
    for x in X:
        h = step(x, h, *weights)  # @other-step
        yield h
