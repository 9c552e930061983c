import numpy as np

def power_iteration(A, iterations):
    v = np.eye(len(A))[0]
    for iteration in range(iterations):
        product = A @ v
        square = product @ product
        norm = np.sqrt(square)
        v = product / norm
    return v, norm
