"""Runs a learner's file on given inputs and writes down what its variables held, line by line.

Started by the app as `python -I trace.py request.json`, in a folder of its own. Writes result.json and
arrays.bin (numbers as little-endian doubles) beside the request. Needs the standard library alone; arrays
of NumPy and PyTorch are understood where the learner's code imports them.
"""

import ast
import array
import builtins
import inspect
import json
import os
import re
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MOST_NUMBERS = 6_000_000  # in arrays.bin, of all runs together
LARGEST = 400_000  # numbers in one array
MOST_EVENTS = 30_000  # of one run
MOST_LINES = 1_500_000  # after these a run goes on without being watched
PER_LINE = 600  # changes of one variable by one line
MOST_TEXT = 8_000_000  # characters of structures that are no arrays
MOST_MOMENTS = 3_000  # lines of a run that can be stepped through
MOST_STEPPED = 200_000  # numbers that are kept for that, of one run, and of all together
MOST_STEPPED_ALL = 1_200_000
MOST_WALKING = 1.0  # seconds that writing lines down may take, of one run


def limit(request):
    """Limits that the system keeps, where it offers them."""
    try:
        os.setsid()
    except (AttributeError, OSError):
        pass
    try:
        import resource
    except ImportError:
        return
    memory = int(request.get("memory", 4 << 30))
    seconds = int(request.get("seconds", 10)) + 2
    for name, most in (("RLIMIT_AS", memory), ("RLIMIT_FSIZE", 256 << 20),
                       ("RLIMIT_CPU", seconds), ("RLIMIT_CORE", 0), ("RLIMIT_NPROC", processes())):
        try:
            kind = getattr(resource, name)
            hard = resource.getrlimit(kind)[1]
            if most and (hard == resource.RLIM_INFINITY or most < hard):
                resource.setrlimit(kind, (most, most))
        except (AttributeError, ValueError, OSError):
            pass


def processes():
    """A few more than this user has now, so that a file that forks without end is stopped."""
    try:
        mine = os.getuid()
        count = 0
        for pid in os.listdir("/proc"):
            if pid.isdigit():
                try:
                    if os.stat("/proc/" + pid).st_uid == mine:
                        count += len(os.listdir("/proc/" + pid + "/task"))
                except OSError:
                    pass
        return count + 64
    except (AttributeError, OSError):
        return 0


def plain(name):
    """A name without case and underscores."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


# ---------------------------------------------------------------- values

class Store:
    """What is written: numbers into arrays.bin, all else as JSON."""

    def __init__(self):
        self.file = open(os.path.join(HERE, "arrays.bin"), "wb")
        self.count = 0
        self.stepped = 0
        self.walking = True
        self.text = 0

    def numbers(self, shape, data, kind, stepped=False):
        size = len(data) // 8
        if stepped:
            if self.stepped + size > MOST_STEPPED_ALL:
                return None
            self.stepped += size
        elif self.count - self.stepped + size > MOST_NUMBERS:
            return None
        self.file.write(data)
        start = self.count
        self.count += size
        return {"a": start, "s": list(shape), "k": kind}

    def structure(self, value):
        text = json.dumps(value)
        if self.text + len(text) > MOST_TEXT:
            return None
        self.text += len(text)
        return {"j": value}


def module(name):
    return sys.modules.get(name)


def is_array(value):
    np = module("numpy")
    torch = module("torch")
    return (np is not None and isinstance(value, (np.ndarray, np.generic))) or (
        torch is not None and isinstance(value, torch.Tensor))


def first_leaf(value, depth=0):
    while isinstance(value, (list, tuple)) and len(value) and depth < 8:
        value = value[0]
        depth += 1
    return value


def frozen(value):
    """A copy by value: ("n", shape, bytes, kind), ("j", structure), or None where it is neither."""
    np = module("numpy")
    torch = module("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        value = value.detach().cpu().numpy()
        np = module("numpy")
    if np is not None and isinstance(value, (np.ndarray, np.generic)):
        if value.dtype.kind not in "fiub" or value.size > LARGEST:
            return structure(value.tolist()) if value.dtype.kind in "UO" and value.size < 2000 else None
        kind = {"f": "f4" if value.dtype.itemsize < 8 else "f8", "i": "i", "u": "i", "b": "b"}[value.dtype.kind]
        return ("n", value.shape, np.ascontiguousarray(value, dtype="<f8").tobytes(), kind)
    if isinstance(value, bool):
        return ("n", (), doubles([value]), "b")
    if isinstance(value, (int, float)):
        if isinstance(value, int) and abs(value) > 1 << 60:
            return None
        return ("n", (), doubles([value]), "i" if isinstance(value, int) else "f8")
    if isinstance(value, range):
        value = list(value)
    if isinstance(value, (list, tuple)):
        if len(value) == 0:
            return ("j", [])
        leaf = first_leaf(value)
        if is_array(leaf) and np is not None:
            try:
                stacked = np.array([np.asarray(as_numpy(each)) for each in value], dtype=float)
                if stacked.size <= LARGEST:
                    return ("n", stacked.shape, np.ascontiguousarray(stacked, dtype="<f8").tobytes(), "f8")
            except (ValueError, TypeError):
                return None
            return None
        if isinstance(leaf, (int, float)):
            flat = []
            shape = flatten(value, flat)
            if shape is not None:
                whole = all(isinstance(each, (int, bool)) for each in flat)
                return ("n", shape, doubles(flat), "i" if whole else "f8")
        return structure(value)
    if isinstance(value, (str, dict, set, frozenset)):
        return structure(value)
    return None


def as_numpy(value):
    torch = module("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return value.detach().cpu().numpy()
    if isinstance(value, (list, tuple)):
        return [as_numpy(each) for each in value]
    return value


def doubles(values):
    data = array.array("d", [float(value) for value in values])
    if sys.byteorder == "big":
        data.byteswap()
    return data.tobytes()


def flatten(value, flat):
    """The shape of nested lists of numbers, which are appended to flat; None where they are ragged."""
    if isinstance(value, (list, tuple)):
        shapes = set()
        for each in value:
            shape = flatten(each, flat)
            if shape is None or len(flat) > LARGEST:
                return None
            shapes.add(shape)
            if len(shapes) > 1:
                return None
        return (len(value),) + (shapes.pop() if shapes else ())
    if isinstance(value, (int, float)) or (is_array(value) and getattr(value, "ndim", 1) == 0):
        if isinstance(value, int) and abs(value) > 1 << 60:
            return None
        flat.append(value)
        return ()
    return None


class Unclear(Exception):
    pass


def structure(value):
    left = [20_000]

    def of(each, depth):
        left[0] -= 1
        if left[0] < 0 or depth > 12:
            raise Unclear()
        if isinstance(each, bool) or each is None:
            return int(bool(each))
        if isinstance(each, str):
            return each[:2000]
        if isinstance(each, (int, float)):
            return each if isinstance(each, int) and abs(each) < 1 << 53 else repr(float(each)) if isinstance(each, float) and each != int_like(each) else float(each)
        if isinstance(each, bytes):
            return each.decode("latin-1")[:2000]
        if is_array(each):
            return of(each.tolist(), depth + 1)
        if isinstance(each, dict):
            return {"d": [[of(k, depth + 1), of(v, depth + 1)] for k, v in list(each.items())]}
        if isinstance(each, (set, frozenset)):
            return sorted((of(one, depth + 1) for one in each), key=str)
        if isinstance(each, (list, tuple)):
            return [of(one, depth + 1) for one in each]
        raise Unclear()

    try:
        return ("j", of(value, 0))
    except (Unclear, ValueError, OverflowError, RecursionError, RuntimeError):
        return None


def int_like(value):
    try:
        return float(int(value))
    except (ValueError, OverflowError):
        return None


# ---------------------------------------------------------------- watching

def base(node):
    """The variable that a target belongs to: x of x[i], self.x of self.x[i]."""
    while True:
        if isinstance(node, (ast.Subscript, ast.Starred)):
            node = node.value
        elif isinstance(node, ast.Attribute):
            if isinstance(node.value, ast.Name):
                return node.value.id + "." + node.attr
            node = node.value
        elif isinstance(node, ast.Name):
            return node.id
        else:
            return None


def changed_by(node, names):
    """The variables that a target changes."""
    if isinstance(node, (ast.Tuple, ast.List)):
        for each in node.elts:
            changed_by(each, names)
        return
    name = base(node)
    if name:
        names.add(name)
        names.add(name.partition(".")[0])


def names_by_line(tree):
    """The variables that a statement on each line may change, and the lines that add to one."""
    lines, adding, named = {}, set(), {}

    def add(names, start, end):
        for line in range(start, (end or start) + 1):
            lines.setdefault(line, set()).update(names)

    for node in ast.walk(tree):
        names = set()
        if isinstance(node, ast.Assign):
            for target in node.targets:
                changed_by(target, names)
        elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
            changed_by(node.target, names)
            if isinstance(node, ast.AugAssign):
                adding.add(node.lineno)
        elif isinstance(node, ast.Delete):
            for target in node.targets:
                changed_by(target, names)
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            changed_by(node.target, names)
            add(names, node.lineno, node.lineno)
            continue
        elif isinstance(node, ast.With):
            for item in node.items:
                if item.optional_vars is not None:
                    changed_by(item.optional_vars, names)
            add(names, node.lineno, node.lineno)
            continue
        elif isinstance(node, ast.NamedExpr):
            changed_by(node.target, names)
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                changed_by(node.func.value, names)
            for each in node.keywords:
                if each.arg == "out":
                    changed_by(each.value, names)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            for each in node.value.args:
                changed_by(each, names)
        if isinstance(node, ast.Name):
            named.setdefault(node.lineno, set()).add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            named.setdefault(node.lineno, set()).add(node.value.id + "." + node.attr)
        if names:
            add(names, node.lineno, getattr(node, "end_lineno", node.lineno))
    return lines, adding, named


def returns_by_line(tree):
    """The names of what each return statement returns."""
    lines = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Return) and node.value is not None:
            value = node.value
            if isinstance(value, (ast.Tuple, ast.List)):
                names = [named(each) for each in value.elts]
            else:
                names = [named(value)]
            for line in range(node.lineno, getattr(node, "end_lineno", node.lineno) + 1):
                lines[line] = names
    return lines


def named(node):
    while isinstance(node, (ast.Subscript, ast.Call)):
        if isinstance(node, ast.Subscript):
            node = node.value
        elif isinstance(node.func, ast.Attribute) and node.func.attr in (
                "tolist", "copy", "item", "numpy", "detach", "squeeze", "reshape", "astype"):
            node = node.func.value
        elif len(node.args) == 1 and isinstance(node.func, ast.Name):
            node = node.args[0]
        elif len(node.args) == 1 and isinstance(node.func, ast.Attribute) and node.func.attr in ("array", "asarray", "stack"):
            node = node.args[0]
        else:
            return ""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    return ""


class Walk:
    """Writes down line after line of the beginning of a run: which it was, and what it changed."""

    def __init__(self, store):
        self.store = store
        self.moments = []
        self.frames = {}
        self.count = 0
        self.numbers = 0
        self.seconds = 0.0
        self.cut = not store.walking

    def enter(self, frame, names):
        self.count += 1
        self.frames[id(frame)] = (self.count, {})
        if frame.f_code.co_name != "<module>" and frame.f_lasti < 8:  # no generator that goes on
            self.line(frame, frame.f_lineno, names)

    def leave(self, frame):
        self.frames.pop(id(frame), None)

    def line(self, frame, number, names):
        if self.cut or id(frame) not in self.frames:
            return
        if len(self.moments) >= MOST_MOMENTS or self.numbers > MOST_STEPPED or self.seconds > MOST_WALKING:
            self.cut = True
            return
        begun = time.perf_counter()
        self.write(frame, number, names)
        self.seconds += time.perf_counter() - begun

    def write(self, frame, number, names):
        which, last = self.frames[id(frame)]
        changed = []
        for name in names:
            found, value = variable(frame, name)
            if not found or callable(value) or inspect.ismodule(value):
                continue
            copy = frozen(value)
            if copy is None or last.get(name) == copy:
                continue
            last[name] = copy
            if copy[0] == "n":
                written = self.store.numbers(copy[1], copy[2], copy[3], stepped=True)
                self.numbers += len(copy[2]) // 8
            else:
                written = self.store.structure(copy[1])
            if written is not None:
                changed.append([name, written])
        self.moments.append({"l": number, "f": frame.f_code.co_name, "i": which, "v": changed})


def variable(frame, name):
    """Whether a frame has a variable, or an attribute of one, and what it holds."""
    holder, dot, attribute = name.partition(".")
    variables = frame.f_locals
    if holder not in variables:
        return False, None
    value = variables[holder]
    if not dot:
        return True, value
    fields = getattr(value, "__dict__", None)
    if not isinstance(fields, dict) or attribute not in fields or inspect.ismodule(value):
        return False, None
    return True, fields[attribute]


class Watch:
    """Writes down each change of a variable in frames of the learner's file."""

    def __init__(self, filename, tree, store):
        self.filename = filename
        self.walk = Walk(store)
        self.lines, self.adding, self.named = names_by_line(tree)
        self.dirty = {}
        self.given = set()
        self.returns = returns_by_line(tree)
        self.store = store
        self.events = []
        self.counts = {}
        self.seen = {}
        self.frames = {}
        self.pending = {}
        self.total = 0
        self.cut = False
        self.returned_names = []
        self.quiet = False

    def start(self):
        sys.settrace(self.call)

    def stop(self):
        sys.settrace(None)
        self.flush()

    def call(self, frame, event, arg):
        if frame.f_code.co_filename != self.filename:
            return None
        name = frame.f_code.co_name
        if name in ("<listcomp>", "<genexpr>", "<dictcomp>", "<setcomp>"):
            return None
        self.frames[id(frame)] = 0
        seen = self.seen[id(frame)] = {}
        code = frame.f_code
        if name not in ("<module>", "<lambda>") and frame.f_lasti < 8:
            for argument in code.co_varnames[:code.co_argcount]:
                value = frame.f_locals.get(argument)
                if value is not None and id(value) not in self.given and argument != "self":
                    self.one(argument, value, seen, name, frame.f_lineno)
        if not self.walk.cut:
            self.walk.enter(frame, code.co_varnames[:code.co_argcount + code.co_kwonlyargcount])
        return self.local

    def local(self, frame, event, arg):
        try:
            if event == "line":
                self.total += 1
                if self.total > MOST_LINES or len(self.events) > MOST_EVENTS:
                    self.cut = True
                    sys.settrace(None)
                    return None
                before = self.frames.get(id(frame), 0)
                self.frames[id(frame)] = frame.f_lineno
                if before:
                    self.look(frame, before)
                    if not self.walk.cut:
                        self.walk.line(frame, before, self.ordered(before))
                if id(frame) in self.dirty:
                    self.settle(frame, frame.f_lineno)
            elif event == "return":
                last = self.frames.get(id(frame), frame.f_lineno) or frame.f_lineno
                self.look(frame, last)
                if not self.walk.cut:
                    self.walk.line(frame, last, self.ordered(last))
                    self.walk.leave(frame)
                self.settle(frame, 0)
                if arg is not None and frame.f_code.co_name != "<module>":
                    self.result(frame, arg)
                self.frames.pop(id(frame), None)
                self.seen.pop(id(frame), None)
        except RecursionError:
            pass
        return self.local

    def result(self, frame, value):
        function = frame.f_code.co_name
        names = self.returns.get(frame.f_lineno, [])
        self.returned_names = names
        values = list(value) if isinstance(value, tuple) else [value]
        for index, each in enumerate(values[:16]):
            name = names[index] if index < len(names) and len(names) == len(values) else ""
            self.note(name or function + "()", function, frame.f_lineno, each, None)

    def settle(self, frame, line):
        """Writes down what a loop has changed in place, before another line uses it; all for line 0."""
        dirty = self.dirty.get(id(frame))
        if not dirty:
            return
        named = self.named.get(line, ())
        for name in list(dirty):
            if line == 0 or (name in named and dirty[name] != line):
                at = dirty.pop(name)
                self.check(frame, name, at, False)
        if line == 0:
            self.dirty.pop(id(frame), None)

    def ordered(self, line):
        return sorted(self.lines.get(line, ()))

    def look(self, frame, line):
        for name in self.lines.get(line, ()):
            self.check(frame, name, line, True)

    def check(self, frame, name, line, lazy):
        seen = self.seen.get(id(frame))
        found, value = variable(frame, name)
        if seen is None or not found:
            return
        old = seen.get(name)
        if lazy and old is not None and old[2] == line and (
                old[0] == id(value) or (line in self.adding and isinstance(value, (int, float)))):
            self.dirty.setdefault(id(frame), {})[name] = line
            seen[name] = (id(value), old[1], line)
            return
        self.one(name, value, seen, frame.f_code.co_name, line)

    def one(self, name, value, seen, function, line):
        if isinstance(value, dict) and 0 < len(value) <= 64 and all(isinstance(k, str) for k in value):
            leaves = list(value.values())
            if any(is_array(each) or (isinstance(each, list) and each and isinstance(first_leaf(each), float)) for each in leaves):
                for key, each in leaves_of(value):
                    self.one(name + "." + key, each, seen, function, line)
                return
        if callable(value) or inspect.ismodule(value):
            return
        copy = frozen(value)
        if copy is None:
            return
        old = seen.get(name)
        seen[name] = (id(value), copy, line)
        if old is not None and old[1] == copy:
            return
        self.note(name, function, line, value, copy)

    def note(self, name, function, line, value, copy):
        if copy is None:
            copy = frozen(value)
            if copy is None:
                return
        key = (name, function, line)
        count = self.counts.get(key, 0)
        self.counts[key] = count + 1
        if count >= PER_LINE:
            self.pending[key] = (len(self.events), copy)
            return
        self.add(key, copy)

    def add(self, key, copy):
        value = write(self.store, copy)
        if value is not None:
            self.events.append({"n": key[0], "f": key[1], "l": key[2], "v": value})

    def flush(self):
        for key, (_, copy) in sorted(self.pending.items(), key=lambda item: item[1][0]):
            self.add(key, copy)
        self.pending = {}


def leaves_of(value):
    return list(value.items())


def write(store, copy):
    if copy[0] == "n":
        return store.numbers(copy[1], copy[2], copy[3])
    return store.structure(copy[1])


# ---------------------------------------------------------------- binding

class Lenient(dict):
    """Weights by whatever name they are asked for."""

    def __init__(self, resolve, values):
        super().__init__(values)
        self.resolve = resolve

    def __missing__(self, key):
        name = self.resolve(str(key))
        if name is None or name not in self:
            raise KeyError(key)
        return dict.__getitem__(self, name)


class Binder:
    """Gives parameters their arguments."""

    def __init__(self, request, values, source):
        self.request = request
        self.values = values
        self.by_plain = {}
        self.last = {}
        self.source = source
        for each in request["inputs"]:
            if each["name"] in values:
                for synonym in [each["name"]] + each.get("synonyms", []):
                    self.by_plain.setdefault(plain(synonym), each["name"])
        self.comments = {}
        for line in re.findall(r"#\s*stepwise:\s*(.+)", source):
            for pair in re.findall(r"(\w+)\s*=\s*(\w+)", line):
                self.comments[pair[1]] = pair[0]

    def find(self, name):
        """The input that a parameter of this name takes, or None."""
        if name in self.comments and self.comments[name] in self.values:
            return self.comments[name]
        return self.by_plain.get(plain(name))

    def bind(self, function, skip=0):
        """Keyword and positional arguments, and what was bound to what; raises TypeError with a reason."""
        try:
            parameters = list(inspect.signature(function).parameters.values())[skip:]
        except (ValueError, TypeError):
            return [], {}, {}
        args, kwargs, bound, missing = [], {}, {}, []
        chosen = {}
        for parameter in parameters:
            if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
                continue
            name = self.find(parameter.name)
            if name is not None and name not in chosen.values():
                chosen[parameter.name] = name
        by_order = [each["name"] for each in self.request["inputs"]
                    if each["name"] in self.values and each.get("order", False)
                    and each["name"] not in chosen.values()]
        for parameter in parameters:
            if parameter.kind == parameter.VAR_KEYWORD:
                continue
            if parameter.kind == parameter.VAR_POSITIONAL:
                rest = [name for name in self.request.get("rest", []) if name not in bound.values() and name in self.values]
                args += [self.values[name] for name in rest]
                bound.update({"*" + parameter.name + str(i): name for i, name in enumerate(rest)})
                continue
            value, name = self.value(parameter, chosen, by_order)
            if name is None:
                if parameter.default is parameter.empty:
                    missing.append(parameter.name)
                continue
            bound[parameter.name] = name
            if parameter.kind == parameter.KEYWORD_ONLY:
                kwargs[parameter.name] = value
            elif parameter.kind == parameter.POSITIONAL_ONLY:
                args.append(value)
            elif any(each.kind == each.VAR_POSITIONAL for each in parameters):
                args.append(value)
            else:
                kwargs[parameter.name] = value
        self.last = bound
        if missing:
            raise Unbound(missing)
        return args, kwargs, bound

    def value(self, parameter, chosen, by_order):
        name = parameter.name
        if name in chosen:
            return self.values[chosen[name]], chosen[name]
        word = plain(name)
        if word in ("params", "parameters", "weights", "p", "theta", "state", "model") and parameter.default is parameter.empty and self.request.get("rest"):
            return Lenient(self.find, self.values), "weights"
        if word in ("rng", "generator", "randomstate", "random", "rs") and parameter.default is parameter.empty:
            return generator(), "rng"
        if word in ("seed", "randomseed"):
            return (42, "seed") if parameter.default is parameter.empty else (None, None)
        if parameter.default is parameter.empty:
            if word in ("verbose", "debug", "plot", "returncache"):
                return False, "off"
            if by_order:
                taken = by_order.pop(0)
                return self.values[taken], taken
        return None, None


class Unbound(Exception):
    def __init__(self, names):
        super().__init__(", ".join(names))
        self.names = names


def generator():
    try:
        import numpy
        return numpy.random.default_rng(42)
    except ImportError:
        import random
        return random.Random(42)


# ---------------------------------------------------------------- the learner's file

class Learner:
    """The learner's file, loaded anew for each run."""

    def __init__(self, request):
        self.path = os.path.join(HERE, request["code"])
        with open(self.path, "rb") as file:
            raw = file.read()
        self.text = raw.decode("utf-8-sig", errors="replace")
        self.filename = request["shown"]
        self.tree = ast.parse(raw, filename=self.filename)
        self.code = compile(self.tree, self.filename, "exec")
        self.request = request
        self.imports = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                self.imports.update(each.name.split(".")[0] for each in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                self.imports.add(node.module.split(".")[0])

    def load(self, code=None, given=None):
        import types
        loaded = types.ModuleType("solution")
        loaded.__file__ = self.filename
        sys.modules["solution"] = loaded
        if given:
            loaded.__dict__.update(given)
        exec(code or self.code, loaded.__dict__)
        return loaded

    def functions(self, loaded):
        """Its functions and classes, in the order of the file."""
        found = []
        for node in self.tree.body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                value = loaded.__dict__.get(node.name)
                if value is not None and callable(value):
                    found.append((node.name, value, node))
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda) and isinstance(node.targets[0], ast.Name):
                value = loaded.__dict__.get(node.targets[0].id)
                if callable(value):
                    found.append((node.targets[0].id, value, node))
        return found

    def entry(self, loaded, binder):
        """What is to be called: (name, function or class), or None where the file is a script."""
        found = self.functions(loaded)
        wanted = self.request.get("function") or self.commented()
        if wanted:
            for name, value, _ in found:
                if name == wanted:
                    return name, value
            owner, dot, _ = wanted.partition(".")
            for name, value, _ in found:
                if dot and name == owner:
                    return name, value
            names = ", ".join(name for name, _, _ in found) or "none"
            raise Trouble("there is no function '%s'" % wanted, "its functions are: " + names)
        best, best_score = None, None
        called = set()
        for name, _, node in found:
            for each in ast.walk(node):
                if isinstance(each, ast.Call):
                    callee = each.func
                    word = callee.id if isinstance(callee, ast.Name) else callee.attr if isinstance(callee, ast.Attribute) else ""
                    if word != name:
                        called.add(word)
                elif isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load) and each.id != name:
                    called.add(each.id)
        for name, value, node in found:
            if isinstance(node, ast.ClassDef) and not any(
                    isinstance(each, ast.FunctionDef) and each.name in METHODS for each in node.body):
                continue
            score = self.score(name, value, node, binder, name in called)
            if score is not None and (best_score is None or score > best_score):
                best, best_score = (name, value), score
        if best is not None and (best_score >= 0 or not self.is_script()):
            return best
        return None

    def commented(self):
        """The function that a comment names: # stepwise: function=attend."""
        found = re.search(r"#\s*stepwise:.*?\bfunction\s*=\s*([\w.]+)", self.text)
        return found.group(1) if found else None

    def score(self, name, value, node, binder, called):
        score = -3.0 if called else 0.0
        word = plain(name)
        hints = [plain(each) for each in self.request.get("functions", [])]
        if word in hints:
            score += 4 - hints.index(word) * 0.05
        elif any(hint in word for hint in hints if len(hint) > 3):
            score += 2
        if word.startswith("test") or word in ("main", "demo", "plot", "selfcheck", "check"):
            score -= 8
        if any(word.startswith(each) for each in HELPERS):
            score -= 2
        target = value
        if inspect.isclass(value):
            methods = [each for each in METHODS if callable(getattr(value, each, None)) and each in value.__dict__]
            if not methods:
                return None
            target = getattr(value, methods[0])
            score += 1
        try:
            parameters = list(inspect.signature(target).parameters.values())
        except (ValueError, TypeError):
            return None
        if inspect.isclass(value):
            parameters = parameters[1:]
        bound = sum(1 for each in parameters if binder.find(each.name) is not None)
        required = [each for each in parameters if each.default is each.empty and each.kind in (
            each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)]
        unknown = sum(1 for each in required if binder.find(each.name) is None)
        main = self.request.get("main", [])
        if any(binder.find(each.name) in main for each in parameters):
            score += 1.5
        return score + min(bound, 8) * 0.4 - unknown * 0.8 - (1 if not parameters else 0)

    def is_script(self):
        """Whether the file itself computes, beside functions."""
        return sum(isinstance(node, (ast.Assign, ast.AugAssign, ast.For, ast.While)) for node in self.tree.body) >= 3

    def script(self, binder):
        """The code with its own data left out, so that the given ones stand in for them, and these."""
        given = {}
        left = set()

        class Without(ast.NodeTransformer):
            def visit_Module(self, node):
                body = []
                for each in node.body:
                    names = []
                    if isinstance(each, ast.Assign) and len(each.targets) == 1:
                        target = each.targets[0]
                        if isinstance(target, ast.Name):
                            names = [target.id]
                        elif isinstance(target, ast.Tuple) and all(isinstance(one, ast.Name) for one in target.elts):
                            names = [one.id for one in target.elts]
                    elif isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
                        names = [each.target.id]
                    inputs = [binder.find(name) for name in names]
                    if names and all(inputs) and not any(name in left for name in names):
                        left.update(names)
                        given.update({name: binder.values[one] for name, one in zip(names, inputs)})
                        continue
                    body.append(each)
                node.body = body
                return node

        tree = Without().visit(ast.parse(self.text, filename=self.filename))
        return compile(ast.fix_missing_locations(tree), self.filename, "exec"), given


METHODS = ("fit_predict", "fit", "train", "learn", "run", "forward", "__call__", "search", "top_k", "query",
           "attend", "attention", "transform", "predict", "step")
HELPERS = ("softmax", "sigmoid", "relu", "tanh", "normalize", "normalise", "onehot", "distance", "initialize",
           "initialise", "init", "load", "make", "print", "encode", "decode", "helper", "get", "matmul", "dot",
           "transpose", "split", "merge", "stats", "pairs")


class Trouble(Exception):
    def __init__(self, what, remedy):
        super().__init__(what + "; " + remedy)


# ---------------------------------------------------------------- arguments in the learner's kind

def kind_of(learner):
    if "torch" in learner.imports and "numpy" not in learner.imports:
        return "torch"
    return "numpy" if "numpy" in learner.imports or "torch" in learner.imports else "list"


def turned(value, kind):
    """A given value as the learner's code takes it."""
    if isinstance(value, list) and value and isinstance(first_leaf(value), (int, float)):
        if kind == "numpy":
            import numpy
            whole = all_whole(value)
            return numpy.array(value, dtype=int if whole else float)
        if kind == "torch":
            import torch
            return torch.tensor(value, dtype=torch.int64 if all_whole(value) else torch.float64)
        return json.loads(json.dumps(value))
    if isinstance(value, list):
        return list(value)
    if isinstance(value, dict):
        return dict(value)
    return value


def all_whole(value):
    if isinstance(value, list):
        return all(all_whole(each) for each in value)
    return isinstance(value, int)


def arranged(request, values, convention, kind):
    """The values as a convention has them."""
    values = {name: value for name, value in values.items()}
    shapes = {each["name"]: each for each in request["inputs"]}
    for step in convention.split("+"):
        if step == "transposed":
            for name, each in shapes.items():
                if each.get("role") == "weight" and name in values:
                    values[name] = transpose(values[name])
        elif step == "batched":
            for name, each in shapes.items():
                if each.get("role") in ("sequence", "state") and name in values:
                    values[name] = [values[name]]
        elif step == "columns":
            for name, each in shapes.items():
                if each.get("role") in ("bias", "state") and name in values:
                    values[name] = [[one] for one in values[name]]
        elif step == "rows":
            for name, each in shapes.items():
                if each.get("role") in ("bias", "state") and name in values:
                    values[name] = [values[name]]
    result = {name: turned(value, kind) for name, value in values.items()}
    if request["exercise"] == "bpe":
        result.update(words_as(convention, values))
    return result


def words_as(convention, values):
    """The words in one of the ways in which functions take them."""
    words, text = values.get("words", {}), values.get("corpus", "")
    end = [values["marker"]] if values.get("marker") else []
    if convention == "symbols":
        given = {tuple(list(word) + end): n for word, n in words.items()}
    elif convention == "spaced":
        given = {" ".join(list(word) + end): n for word, n in words.items()}
    elif convention == "list":
        given = text.split()
    elif convention == "plain":
        given = dict(words)
    elif convention == "lines":
        given = [text]
    elif convention == "marked":
        given = [list(word) + end for word in text.split()]
    else:
        return {}
    return {"corpus": given, "words": given}


def transpose(rows):
    return [list(column) for column in zip(*rows)]


# ---------------------------------------------------------------- one run

def call_entry(learner, loaded, entry, binder, watch, convention, request, values, kind):
    name, target = entry
    if inspect.isclass(target):
        return call_class(name, target, binder, watch, request, values, kind)
    steps = convention.split("+")
    if "step" in steps:
        return drive(target, binder, watch, steps, request, values, kind)
    args, kwargs, bound = binder.bind(target)
    watch.start()
    try:
        result = target(*args, **kwargs)
        if inspect.isgenerator(result):
            result = list(result)
    finally:
        watch.stop()
    names = watch.returned_names
    return result, bound, names


def call_class(name, target, binder, watch, request, values, kind):
    wanted = (request.get("function") or "").partition(".")[2]
    watch.start()
    try:
        _, made, bound = [], {}, {}
        if "__init__" in target.__dict__ or any("__init__" in each.__dict__ for each in target.__mro__[:-1]):
            args, made, bound = binder.bind(target.__init__, 1)
            made_object = target(*args, **made)
        else:
            made_object = target()
        bound.update(give_weights(made_object, binder, kind))
        methods = [wanted] if wanted else [each for each in METHODS if each in target.__dict__]
        if not methods:
            raise Trouble("the class %s has no method to call" % name, "name it: --function %s.method" % name)
        method = methods[0]
        args, kwargs, more = binder.bind(getattr(made_object, method))
        bound.update(more)
        if "step" in method or (request["exercise"] == "lstm" and is_step(getattr(made_object, method), binder)):
            result, more, _ = drive(getattr(made_object, method), binder, watch, ["step"], request, values, kind)
            return result, bound, watch.returned_names
        result = getattr(made_object, method)(*args, **kwargs)
        names = watch.returned_names
        if inspect.isgenerator(result):
            result = list(result)
        if method == "fit" and "predict" in target.__dict__ and (result is None or result is made_object):
            try:
                args, kwargs, _ = binder.bind(made_object.predict)
                predicted = made_object.predict(*args, **kwargs)
            except (Unbound, TypeError, ValueError):
                predicted = None
            result = made_object
            if predicted is not None and request["exercise"] == "k-means":
                watch.note("predict()", "predict", 0, predicted, None)
    finally:
        watch.stop()
    if result is None or result is made_object:
        result = {key: each for key, each in vars(made_object).items() if frozen(each) is not None}
        inputs = {id(each) for each in binder.values.values()}
        result = {key: each for key, each in result.items() if id(each) not in inputs}
        names = list(result)
        return tuple(result.values()), bound, names
    binder.object = made_object
    return result, bound, names


def give_weights(made, binder, kind):
    """Weights that a class made for itself become the given ones."""
    bound = {}
    for key, held in list(getattr(made, "__dict__", {}).items()):
        name = binder.find(key)
        if name is None or not (is_array(held) or isinstance(held, list)):
            continue
        value = binder.values[name]
        shape = shape_of(value)
        if shape and shape_of(held) == shape:
            setattr(made, key, value.copy() if hasattr(value, "copy") else value)
            bound["self." + key] = name
        elif shape and len(shape) == 2 and shape_of(held) == shape[::-1]:
            setattr(made, key, value.T if hasattr(value, "T") else transpose(value))
            bound["self." + key] = name
    modules = getattr(made, "_modules", None)
    if modules:
        import torch
        for key, layer in modules.items():
            name = binder.find(key) or binder.find("W_" + key)
            if name is not None and hasattr(layer, "weight"):
                value = torch.as_tensor(binder.values[name], dtype=torch.float64)
                layer.weight.data = value.T if value.dim() == 2 else value
                if getattr(layer, "bias", None) is not None:
                    layer.bias.data = torch.zeros(layer.weight.shape[0], dtype=torch.float64)
                bound["self." + key] = name
    return bound


def shape_of(value):
    shape = getattr(value, "shape", None)
    if shape is not None:
        return tuple(shape)
    return flatten(value, []) if isinstance(value, (list, tuple)) else ()


def is_step(function, binder):
    try:
        names = [plain(each) for each in inspect.signature(function).parameters]
    except (ValueError, TypeError):
        return False
    word = plain(getattr(function, "__name__", ""))
    state = any(binder.find(each) == "h_0" for each in names)
    return state and ("xt" in names or "step" in word or "cell" in word and "X" not in inspect.signature(function).parameters)


def drive(function, binder, watch, steps, request, values, kind):
    """Calls a function of one time step for all of them."""
    parameters = list(inspect.signature(function).parameters)
    original = dict(binder.values)
    h, c = original.get("h_0"), original.get("c_0")
    results = []
    bound = {}
    watch.start()
    try:
        for x in original["X"]:
            if "columns" in steps:
                x = turned([[each] for each in as_list(x)], kind)
            elif "rows" in steps:
                x = turned([as_list(x)], kind)
            binder.values = dict(original, X=x, h_0=h)
            if c is not None:
                binder.values["c_0"] = c
            args, kwargs, bound = binder.bind(function)
            result = function(*args, **kwargs)
            names = watch.returned_names
            results.append(result)
            h, c = states(result, names, c)
    finally:
        binder.values = original
        watch.stop()
    return results, bound, watch.returned_names


def as_list(value):
    return value.tolist() if hasattr(value, "tolist") else list(value)


def states(result, names, c):
    if not isinstance(result, (tuple, list)) or not is_pair(result):
        return (result[0] if isinstance(result, tuple) and len(result) else result), c
    first, second = 0, 1
    words = [plain(each) for each in names] if len(names) == len(result) else []
    for index, word in enumerate(words):
        if word.startswith("h"):
            first = index
        elif word.startswith("c") and not word.startswith("cache"):
            second = index
    if first == second:
        second = 1 - first
    return result[first], (result[second] if c is not None and second < len(result) else c)


def is_pair(result):
    return isinstance(result, tuple) and len(result) >= 2


def encodings(learner, loaded, binder, request, result, values, kind):
    """What the learner's own encoder makes of the words, where the file has one."""
    words = values.get("encode")
    if not words:
        return None
    merges = None
    candidates = list(result) if isinstance(result, tuple) else [result]
    for each in candidates:
        if isinstance(each, (list, dict)) and merges is None:
            merges = each
    holder = getattr(binder, "object", None)
    function = None
    for place in (holder, loaded):
        for name in ("encode", "encode_word", "tokenize", "tokenise", "apply_bpe", "apply_merges", "apply", "segment", "bpe_encode", "encode_bpe", "segment_word", "tokenize_word"):
            each = getattr(place, name, None) if place is not None else None
            if callable(each) and function is None:
                function = each
    if function is None:
        return None
    made = {}
    for word in words:
        local = Binder(request, dict(binder.values, word=word, merges=merges), binder.source)
        local.by_plain.update({each: "word" for each in ("word", "text", "w", "token", "s", "string")})
        local.by_plain.update({each: "merges" for each in ("merges", "rules", "bpemerges", "learnedmerges", "ranks", "mergerules", "bperanks", "codes")})
        try:
            args, kwargs, bound = local.bind(function)
            made[word] = function(*args, **kwargs)
        except Exception:
            return None
    return made


def run_once(learner, request, values, convention, store):
    kind = kind_of(learner)
    arranged_values = arranged(request, values, convention, kind)
    binder = Binder(request, arranged_values, learner.text)
    outcome = {"convention": convention, "bound": {}, "events": [], "returned": []}
    watch = Watch(learner.filename, learner.tree, store)
    watch.given = {id(value) for value in arranged_values.values()}
    seed_all(learner)
    try:
        loaded = learner.load()
        entry = learner.entry(loaded, binder)
        if entry is None:
            code, given = learner.script(binder)
            if not given:
                names = ", ".join(each[0] for each in learner.functions(loaded))
                raise Trouble(
                    "no function takes the inputs of this exercise" + (" (there is " + names + ")" if names else ""),
                    "name it in a comment, # stepwise: function=NAME, or say what its arguments are: # stepwise: X=tokens, W_q=A")
            outcome["function"] = ""
            outcome["bound"] = {name: binder.find(name) for name in given}
            watch.start()
            try:
                loaded = learner.load(code, given)
            finally:
                watch.stop()
        else:
            outcome["function"] = entry[0]
            result, bound, names = call_entry(
                learner, loaded, entry, binder, watch, convention, request, arranged_values, kind)
            outcome["bound"] = bound
            outcome["returned"] = returned(result, names, store)
            if request["exercise"] == "bpe":
                made = encodings(learner, loaded, binder, request, result, values, kind)
                if made is not None:
                    copy = structure(made)
                    if copy is not None:
                        outcome["returned"].append({"n": "encodings", "v": write(store, copy)})
    except Trouble as trouble:
        outcome["error"] = {"type": "Trouble", "message": str(trouble), "line": 0, "text": ""}
    except Unbound as unbound:
        outcome["error"] = {
            "type": "Unbound", "message": str(unbound), "line": 0, "text": "",
            "function": outcome.get("function", "")}
    except BaseException as problem:
        outcome["error"] = described(problem, learner)
    if "error" in outcome:
        outcome["bound"] = binder.last
    outcome["events"] = watch.events
    outcome["cut"] = watch.cut
    outcome["walk"] = {"moments": watch.walk.moments, "cut": watch.walk.cut}
    return outcome


def returned(result, names, store):
    leaves = []

    def leaf(name, value, depth):
        if depth > 3 or len(leaves) > 60:
            return
        copy = None
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            for field in value._fields:
                leaf(field, getattr(value, field), depth + 1)
            return
        if isinstance(value, tuple) and not (depth > 0 and frozen(value) is not None):
            for index, each in enumerate(value):
                leaf(names[index] if depth == 0 and len(names) == len(value) else name, each, depth + 1)
            return
        if isinstance(value, dict) and value and all(isinstance(key, str) for key in value) and any(
                is_array(each) or isinstance(first_leaf(each), float) and isinstance(each, (list, tuple)) for each in value.values()):
            for key, each in value.items():
                leaf(key, each, depth + 1)
            return
        copy = frozen(value)
        if copy is None and hasattr(value, "__dict__") and not callable(value):
            for key, each in vars(value).items():
                leaf(key, each, depth + 1)
            return
        if copy is None and isinstance(value, (list, tuple)):
            for each in value:
                leaf(name, each, depth + 1)
            return
        if copy is not None:
            written = write(store, copy)
            if written is not None:
                leaves.append({"n": name, "v": written})

    if isinstance(result, tuple):
        leaf("", result, 0)
    else:
        leaf(names[0] if len(names) == 1 else "", result, 1)
    return leaves


def seed_all(learner):
    import random
    random.seed(42)
    if module("numpy") is not None:
        module("numpy").random.seed(42)
    if module("torch") is not None:
        module("torch").manual_seed(42)


def described(problem, learner):
    line, text = 0, ""
    trace = problem.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == learner.filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    if isinstance(problem, SyntaxError) and problem.lineno:
        line = problem.lineno
    lines = learner.text.splitlines()
    if 0 < line <= len(lines):
        text = lines[line - 1].strip()[:200]
    try:
        message = str(problem)[:600]
    except Exception:
        message = ""
    name = type(problem).__name__
    if isinstance(problem, SystemExit):
        message = str(problem.code)
    return {"type": name, "message": message, "line": line, "text": text,
            "missing": getattr(problem, "name", None) if isinstance(problem, ImportError) else None}


def conventions_for(request, learner):
    return request.get("conventions", [""])


def main():
    with open(os.path.join(HERE, "request.json"), encoding="utf-8") as file:
        request = json.load(file)
    limit(request)
    sys.dont_write_bytecode = True
    sys.argv = [request["shown"]]
    if request.get("origin"):
        sys.path.append(request["origin"])
    os.chdir(os.path.join(HERE, "work"))
    store = Store()
    answer = {"python": sys.version.split()[0], "executable": sys.executable, "runs": []}
    try:
        learner = Learner(request)
    except (SyntaxError, ValueError) as problem:
        line = getattr(problem, "lineno", 0) or 0
        text = (getattr(problem, "text", "") or "").strip()[:200]
        answer["runs"].append([{"convention": "", "bound": {}, "events": [], "returned": [], "error": {
            "type": type(problem).__name__, "message": str(getattr(problem, "msg", problem)), "line": line, "text": text}}])
        finish(answer, store)
        return
    for values in request["runs"]:
        store.walking = not answer["runs"]
        if answer["runs"]:
            sys.stdout = sys.stderr = open(os.devnull, "w")  # what is told is of the scenario's inputs
        outcomes = []
        for convention in conventions_for(request, learner):
            every = convention.startswith("*")
            word = convention.lstrip("*")
            if outcomes and not every and any("error" not in each for each in outcomes):
                continue
            given = dict(values)
            extra = request.get("forms", {}).get(word)
            if extra is not None and not extra_applies(extra, values):
                continue
            if extra and outcomes and not may_differ(extra, outcomes, word):
                continue
            for name, other in (extra or {}).items():
                given[name] = values[other]
            hide = {each["name"] for each in request["inputs"] if each.get("hidden")}
            given = {name: value for name, value in given.items() if name not in hide}
            if "step" in word.split("+") or word == "":
                pass
            outcome = run_once(learner, request, given, word, store)
            outcomes.append(outcome)
            fatal = outcome.get("error", {}).get("type") in (
                "SystemExit", "ImportError", "ModuleNotFoundError", "KeyboardInterrupt", "MemoryError", "Trouble")
            if fatal:
                break
        answer["runs"].append(outcomes)
        answer["numpy"] = getattr(module("numpy"), "__version__", "")
        if all("error" in each for each in outcomes):
            break
    finish(answer, store)


def may_differ(extra, outcomes, word):
    """Whether the code takes one of the inputs that others stand for, in the shape in which it ran, if it did."""
    shape = "+".join(word.split("+")[:-1])
    ran = [each for each in outcomes if "error" not in each and each["convention"] in (shape, "")]
    tried = ran if any("error" not in each for each in outcomes) else outcomes
    return any(name in each["bound"].values() for name in extra for each in tried)


def extra_applies(extra, values):
    return all(other in values for other in extra.values())


def finish(answer, store):
    sys.settrace(None)
    store.file.close()
    part = os.path.join(HERE, "result.part")
    with builtins.open(part, "w", encoding="utf-8") as file:
        json.dump(answer, file)
    os.replace(part, os.path.join(HERE, "result.json"))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
