import heapq, re
from unicodedata import category, name, normalize
import numpy as np

STOP = set("a an and are as at be by for from has have in is it "
           "its of on or that the this to was were with".split())

def kind(c):  # Alone, letter, digit, mark, joint, point
    if name(c, "").startswith(("CJK UNIFIED", "HIRAGANA")):
        return "A"
    joint = "'" if c in "'’_" else "." if c in ".," else " "
    return dict(L="l", N="d", M="m").get(category(c)[0], joint)

def words(text):  # after Unicode's annex 29, Thai runs whole
    text = normalize("NFC", text.lower())
    text = "".join(c for c in text if category(c) != "Cf")
    word = r"Am*|[ld]([ldm]|'(?=[ld])|(?<=d)\.(?=d))*"
    kinds = "".join(map(kind, text))
    return [text[m.start():m.end()] for m in re.finditer(word, kinds)]

def tokens(text):
    return [word for word in words(text) if word not in STOP]  # @words

def weights(text, vocabulary, idf):
    words = tokens(text)
    counts = np.array([words.count(word) for word in vocabulary])
    a = counts * idf
    return a / (np.linalg.norm(a) or 1)  # @weighed

def text_vectors(texts, query_text, r):
    bags = [tokens(text) for text in texts]  # @split
    vocabulary = sorted(set().union(*bags))
    df = np.array([sum(w in bag for bag in bags) for w in vocabulary])
    idf = np.log((1 + len(texts)) / (1 + df)) + 1
    A = np.array([weights(text, vocabulary, idf) for text in texts])  # @weigh
    _, sigma, V = np.linalg.svd(A, full_matrices=False)  # @reduce
    V = V[:r]
    V = V * np.sign(V[range(r), abs(V).argmax(axis=1)])[:, None]  # @component
    return A @ V.T, V @ weights(query_text, vocabulary, idf)  # @project

def similarities(D, q, metric, eps):
    if metric == "dot":
        return D @ q  # @dot
    if metric == "euclidean":
        return -np.linalg.norm(D - q, axis=1)  # @distance
    norms = np.linalg.norm(D, axis=1)  # @norms
    q_norm = np.linalg.norm(q)  # @query-norm
    U = D / (norms + eps)[:, None]  # once, for every query to come  # @normalise
    u = q / (q_norm + eps)  # @normalise-query
    return U @ u  # @cosine

def top_k_by_sort(scores, k):
    ranking = np.argsort(-scores, kind="stable")  # a tie: lower index  # @sort
    return ranking[:k]

def top_k_by_heap(scores, k):
    heap = []  # the worst of the best k is on top
    for i, score in enumerate(np.nan_to_num(scores, nan=-np.inf)):
        if len(heap) < k:
            heapq.heappush(heap, (score, -i))  # @push
        elif (score, -i) > heap[0]:  # @better
            heapq.heapreplace(heap, (score, -i))  # @replace
    return np.array([-i for _, i in sorted(heap, reverse=True)])  # @empty-heap

def search(D, q, k, metric="cosine", eps=1e-8, selection="sort"):
    scores = similarities(D, q, metric, eps)
    if selection == "sort":
        return scores, top_k_by_sort(scores, k)  # @by-sort
    return scores, top_k_by_heap(scores, k)  # @by-heap
