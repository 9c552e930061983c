import numpy as np


def every_kind(x):
    begun = x.copy()  # @begin
    many = [begun, 2 * begun]
    return many  # @end
