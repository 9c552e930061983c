"""Makes the NumPy files of this folder: python3 make.py"""
import numpy as np

X = np.array([[1.5, -2], [3, 4], [5, 6.25]])
for order in "<>":
    for kind in ("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"):
        values = X if kind[0] == "f" else np.abs(X) if kind[0] == "u" else X
        name = ("little-" if order == "<" else "big-") + kind
        np.save(name, values.astype(order + kind))
np.save("bool", X > 2)
np.save("fortran", np.asfortranarray(X))
np.save("vector", X[:, 0])
np.save("gap", np.array([[1, np.nan], [2, 3]]))
np.save("infinite", np.array([[1, np.inf], [2, 3]]))
np.save("large", np.array([[2**63 + 2**12 - 1]], dtype="u8"))
np.save("objects", np.array([{"a": 1}], dtype=object), allow_pickle=True)
np.save("complex", np.array([1 + 2j]))
np.save("words", np.array(["a", "b"]))
np.save("structured", np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]))
np.save("cube", np.zeros((2, 2, 2)))
np.save("scalar", np.float64(3))
np.save("empty", np.zeros((0, 3)))
np.savez("two.npz", X=X, y=np.array([0, 1, 1]), W=np.zeros((2, 5)))
np.savez_compressed("packed.npz", X=X)
