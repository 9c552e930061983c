import numpy as np

def deviation(fan_in, fan_out, init):
    return {"he": np.sqrt(2 / fan_in),
            "xavier": np.sqrt(2 / (fan_in + fan_out)),
            "small": 0.01,
            "zero": 0.0}[init]

def initialise(d, hidden, classes, init, rng):
    W1 = deviation(d, hidden, init) * rng.normal(size=(d, hidden))
    W2 = deviation(hidden, classes, init) * rng.normal(
        size=(hidden, classes))
    return W1, np.zeros(hidden), W2, np.zeros(classes)

def activation(z, slope):
    return np.where(z > 0, z, slope * z)  # ReLU: slope 0

def forward(X, y, W1, b1, W2, b2, slope):
    z1 = X @ W1 + b1
    a1 = activation(z1, slope)
    z2 = a1 @ W2 + b2
    shifted = z2 - z2.max(axis=1, keepdims=True)  # no overflow
    e = np.exp(shifted)
    p = e / e.sum(axis=1, keepdims=True)
    log_p = shifted - np.log(e.sum(axis=1, keepdims=True))
    loss = -log_p[np.arange(len(y)), y].mean()
    return z1, a1, z2, p, loss

def backward(X, y, W2, z1, a1, p, slope):
    y_one_hot = np.eye(p.shape[1])[y]
    dz2 = (p - y_one_hot) / len(X)  # divided once: all are means
    dW2 = a1.T @ dz2
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2.T
    dz1 = da1 * np.where(z1 > 0, 1, slope)
    dW1 = X.T @ dz1
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2

def train(X, y, W1, b1, W2, b2, rate, epochs, size, slope, rng):
    losses = []
    for epoch in range(1, epochs + 1):
        order = rng.permutation(len(X))
        total = 0
        for start in range(0, len(X), size):
            i = order[start:start + size]
            z1, a1, z2, p, loss = forward(
                X[i], y[i], W1, b1, W2, b2, slope)
            dW1, db1, dW2, db2 = backward(
                X[i], y[i], W2, z1, a1, p, slope)
            W1, b1 = W1 - rate * dW1, b1 - rate * db1
            W2, b2 = W2 - rate * dW2, b2 - rate * db2
            total += loss * len(i)
        losses.append(total / len(X))
    return W1, b1, W2, b2, losses

def accuracy(X, y, W1, b1, W2, b2, slope):
    z1, a1, z2, p, loss = forward(X, y, W1, b1, W2, b2, slope)
    return (p.argmax(axis=1) == y).mean()

def linear_regression(X, y, rate, epochs, size, rng):
    weights, bias = np.zeros(X.shape[1]), 0.0
    losses = []
    for epoch in range(1, epochs + 1):
        all_errors = X @ weights + bias - y
        losses.append((all_errors**2).mean())
        order = rng.permutation(len(X))
        for start in range(0, len(X), size):
            i = order[start:start + size]
            y_pred = X[i] @ weights + bias
            error = y_pred - y[i]
            loss = (error**2).mean()
            dw = 2 / len(i) * X[i].T @ error
            db = 2 / len(i) * error.sum()
            weights = weights - rate * dw
            bias = bias - rate * db
    return weights, bias, losses

def probe(X, layers, init, slope, rng):
    a = X
    variances = [a.var()]
    for layer in range(layers):
        W = deviation(a.shape[1], a.shape[1], init) * rng.normal(
            size=(a.shape[1], a.shape[1]))
        a = activation(a @ W, slope)
        variances.append(a.var())
    return variances
