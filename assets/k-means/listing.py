import numpy as np

def squared_distances(X, centroids):
    gaps = X[:, None] - centroids
    return (gaps**2).sum(axis=2)  # @distance

def draw(weights, taken, rng):
    cumulative = np.cumsum(weights)  # @cumulative
    r = rng.random()
    if cumulative[-1] == 0:  # every point lies on a centroid
        return np.flatnonzero(~taken)[0]  # @fall-back
    target = r * cumulative[-1]
    return np.searchsorted(cumulative, target, side="right")  # @fall

def initialise(X, k, init, rng):
    centroids = np.empty((0, X.shape[1]))
    taken = np.zeros(len(X), dtype=bool)
    for j in range(k):  # @draws
        weights = (~taken).astype(float)  # 1, or 0 once taken  # @even
        if init == "k-means++" and j > 0:
            weights = squared_distances(X, centroids).min(axis=1)  # @squared
        i = draw(weights, taken, rng)  # @draw
        taken[i] = True
        centroids = np.vstack([centroids, X[i]])
    return centroids

def assign(X, centroids):
    squared = squared_distances(X, centroids)
    labels = squared.argmin(axis=1)  # a tie: the lower index  # @nearest
    return labels, squared.min(axis=1).sum()

def update(X, labels, centroids):
    new_centroids = centroids.copy()
    for j in range(len(centroids)):
        if (labels == j).any():  # an empty cluster stays  # @keep
            new_centroids[j] = X[labels == j].mean(axis=0)  # @mean
    return new_centroids

def k_means(X, centroids, max_iterations, tolerance):  # @given
    for iteration in range(1, max_iterations + 1):  # @iteration
        labels, inertia = assign(X, centroids)  # @assign
        new_centroids = update(X, labels, centroids)  # @update
        movement = np.linalg.norm(new_centroids - centroids)
        centroids = new_centroids
        if movement <= tolerance:
            break
    labels, inertia = assign(X, centroids)  # @end
    converged = movement <= tolerance
    return centroids, labels, inertia, iteration, converged
