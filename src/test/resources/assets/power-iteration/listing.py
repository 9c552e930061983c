import numpy as np

def power_iteration(A, iterations):
    v = np.eye(len(A))[0]  # @start
    for iteration in range(iterations):
        product = A @ v
        square = product @ product  # @square
        norm = np.sqrt(square)
        v = product / norm  # @iterate
    return v, norm
