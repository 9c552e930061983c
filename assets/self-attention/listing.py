import numpy as np

def softmax(scores, kind):
    if kind == "stable":
        top = scores.max(axis=-1, keepdims=True)  # @max
        scores = scores - top  # @shift
    exps = np.exp(scores)  # @exp
    sums = exps.sum(axis=-1, keepdims=True)  # @sum
    return exps / sums  # @divide

def self_attention(X, W_q, W_k, W_v, scale, mask, kind):
    Q = X @ W_q  # @queries
    K = X @ W_k  # @keys
    V = X @ W_v  # @values
    scores = Q @ K.T  # @scores
    if scale:  # @unscaled
        scores = scores / np.sqrt(K.shape[1])  # @scale
    if mask == "causal":  # @unmasked
        hidden = np.triu(np.ones(scores.shape, dtype=bool), k=1)
        scores = np.where(hidden, -np.inf, scores)  # @mask
    attention_weights = softmax(scores, kind)  # @softmax
    output = attention_weights @ V  # @output
    return output, attention_weights  # @end
