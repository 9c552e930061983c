from collections import Counter

def split(word, marker):
    return (*word, marker) if marker else tuple(word)

def read(corpus, marker):
    counted = Counter(corpus.split())
    return {split(word, marker): n for word, n in counted.items()}

def count_pairs(words):
    counts = Counter()
    for word, frequency in words.items():
        for pair in zip(word, word[1:]):  # every occurrence
            counts[pair] += frequency
    return counts

def choose(counts, tie_break):
    by_name = tie_break == "lexicographic"
    pairs = sorted(counts) if by_name else counts
    return max(pairs, key=counts.get)  # a tie: the first of pairs

def replace(word, best):
    merged, i = [], 0
    while i < len(word):
        if word[i : i + 2] == best:
            merged.append(word[i] + word[i + 1])
            i += 2  # no overlap
        else:
            merged.append(word[i])
            i += 1
    return tuple(merged)

def learn(words, num_merges, tie_break):
    merges = []
    while len(merges) < num_merges:
        counts = count_pairs(words)
        if not counts:  # every word is one token
            break
        best = choose(counts, tie_break)
        merges.append(best)
        words = {replace(w, best): n for w, n in words.items()}
    return merges, words

def encode(word, merges, marker):
    tokens = split(word, marker)
    for best in merges:  # in the order learned
        tokens = replace(tokens, best)
    return tokens

def number(words, merges):
    symbols = [symbol for word in words for symbol in word]
    symbols += [left + right for left, right in merges]
    return {s: i for i, s in enumerate(dict.fromkeys(symbols))}

def decode(tokens, marker):
    return "".join(tokens).removesuffix(marker)

def count_once_per_word(words):  # a bug: a set forgets how often
    counts = Counter()
    for word, frequency in words.items():
        for pair in dict.fromkeys(zip(word, word[1:])):
            counts[pair] += frequency
    return counts

def replace_text(word, best):  # a bug: it joins parts of symbols
    text = " ".join(word).replace(" ".join(best), "".join(best))
    return tuple(text.split(" "))
