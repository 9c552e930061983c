import numpy as np

def softmax(scores, kind):
    if kind == "stable":
        top = scores.max(axis=-1, keepdims=True)
        scores = scores - top
    exps = np.exp(scores)
    sums = exps.sum(axis=-1, keepdims=True)
    return exps / sums

def self_attention(X, W_q, W_k, W_v, scale, mask, kind):
    Q = X @ W_q
    K = X @ W_k
    V = X @ W_v
    scores = Q @ K.T
    if scale:
        scores = scores / np.sqrt(K.shape[1])
    if mask == "causal":
        hidden = np.triu(np.ones(scores.shape, dtype=bool), k=1)
        scores = np.where(hidden, -np.inf, scores)
    attention_weights = softmax(scores, kind)
    output = attention_weights @ V
    return output, attention_weights
