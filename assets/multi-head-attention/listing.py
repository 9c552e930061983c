import numpy as np

def softmax(scores):
    top = scores.max(axis=-1, keepdims=True)  # @max
    scores = scores - top  # @shift
    exps = np.exp(scores)  # @exp
    sums = exps.sum(axis=-1, keepdims=True)  # @sum
    return exps / sums  # @divide

def attention(Q, K, V, mask):
    scores = Q @ K.T  # @scores
    scores = scores / np.sqrt(K.shape[1])  # @scale
    if mask == "causal":  # @unmasked
        hidden = np.triu(np.ones(scores.shape, dtype=bool), k=1)
        scores = np.where(hidden, -np.inf, scores)  # @mask
    attention_weights = softmax(scores)  # @softmax
    output = attention_weights @ V  # @output
    return output, attention_weights  # @end

def multi_head(X, W_q, W_k, W_v, W_o, num_heads, mask, reshape):
    n, d_model = X.shape
    d_k = d_model // num_heads
    Q, K, V = X @ W_q, X @ W_k, X @ W_v  # @queries @keys @values
    if reshape == "without-transpose":  # a bug to spot  # @unturned
        Q, K, V = (P.reshape(num_heads, n, d_k) for P in (Q, K, V))  # @straight
    else:
        Q, K, V = (P.reshape(n, num_heads, d_k) for P in (Q, K, V))  # @reshape
        Q, K, V = (P.transpose(1, 0, 2) for P in (Q, K, V))  # @transpose
    heads = [attention(q, k, v, mask) for q, k, v in zip(Q, K, V)]  # @attend
    mixed = np.stack([output for output, _ in heads])
    attention_weights = np.stack([weights for _, weights in heads])
    joined = mixed.transpose(1, 0, 2).reshape(n, d_model)  # @join
    output = joined @ W_o  # @mix
    return output, attention_weights  # @result
