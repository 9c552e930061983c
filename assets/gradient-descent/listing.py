import numpy as np

def deviation(fan_in, fan_out, init):
    return {"he": np.sqrt(2 / fan_in),
            "xavier": np.sqrt(2 / (fan_in + fan_out)),
            "small": 0.01,
            "zero": 0.0}[init]

def initialise(d, hidden, classes, init, rng):  # @initialise
    W1 = deviation(d, hidden, init) * rng.normal(size=(d, hidden))  # @draw-W1
    W2 = deviation(hidden, classes, init) * rng.normal(  # @draw-W2
        size=(hidden, classes))
    return W1, np.zeros(hidden), W2, np.zeros(classes)

def activation(z, slope):
    return np.where(z > 0, z, slope * z)  # ReLU: slope 0

def forward(X, y, W1, b1, W2, b2, slope):
    z1 = X @ W1 + b1  # @z1
    a1 = activation(z1, slope)  # @a1
    z2 = a1 @ W2 + b2  # @z2
    shifted = z2 - z2.max(axis=1, keepdims=True)  # no overflow
    e = np.exp(shifted)
    p = e / e.sum(axis=1, keepdims=True)  # @p
    log_p = shifted - np.log(e.sum(axis=1, keepdims=True))
    sample_loss = -log_p[np.arange(len(y)), y]
    loss = sample_loss.mean()  # @loss
    return z1, a1, z2, p, loss

def backward(X, y, W2, z1, a1, p, slope):
    y_one_hot = np.eye(p.shape[1])[y]
    dz2 = (p - y_one_hot) / len(X)  # divided once: all are means  # @dz2
    dW2 = a1.T @ dz2  # @dW2
    db2 = dz2.sum(axis=0)  # @db2
    da1 = dz2 @ W2.T  # @da1
    dz1 = da1 * np.where(z1 > 0, 1, slope)  # @dz1
    dW1 = X.T @ dz1  # @dW1
    db1 = dz1.sum(axis=0)  # @db1
    return dW1, db1, dW2, db2

def train(X, y, W1, b1, W2, b2, rate, epochs, size, slope, rng):
    losses = []
    for epoch in range(1, epochs + 1):  # @epoch
        order = rng.permutation(len(X))  # @shuffle
        total = 0
        for start in range(0, len(X), size):
            i = order[start:start + size]  # @batch
            z1, a1, z2, p, loss = forward(  # @forward
                X[i], y[i], W1, b1, W2, b2, slope)
            dW1, db1, dW2, db2 = backward(  # @backward
                X[i], y[i], W2, z1, a1, p, slope)
            W1, b1 = W1 - rate * dW1, b1 - rate * db1  # @update
            W2, b2 = W2 - rate * dW2, b2 - rate * db2  # @update-2
            total += loss * len(i)
        losses.append(total / len(X))
    return W1, b1, W2, b2, losses

def accuracy(X, y, W1, b1, W2, b2, slope):
    z1, a1, z2, p, loss = forward(X, y, W1, b1, W2, b2, slope)
    return (p.argmax(axis=1) == y).mean()  # @accuracy

def linear_regression(X, y, rate, epochs, size, rng):
    weights, bias = np.zeros(X.shape[1]), 0.0  # @zeros
    losses = []
    for epoch in range(1, epochs + 1):  # @line-epoch
        all_errors = X @ weights + bias - y
        losses.append((all_errors**2).mean())  # @line-measure
        order = rng.permutation(len(X))  # @line-shuffle
        for start in range(0, len(X), size):
            i = order[start:start + size]  # @line-batch
            y_pred = X[i] @ weights + bias  # @predict
            error = y_pred - y[i]
            loss = (error**2).mean()  # @squared
            dw = 2 / len(i) * X[i].T @ error  # @dw
            db = 2 / len(i) * error.sum()  # @db
            weights = weights - rate * dw  # @descend
            bias = bias - rate * db
    return weights, bias, losses  # @line-end

def probe(X, layers, init, slope, rng):
    a = X
    variances = [a.var()]  # @probe-input
    for layer in range(layers):
        W = deviation(a.shape[1], a.shape[1], init) * rng.normal(
            size=(a.shape[1], a.shape[1]))
        a = activation(a @ W, slope)  # @probe-layer
        variances.append(a.var())  # @probe-variance
    return variances  # @probe-end
