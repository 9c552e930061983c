from collections import Counter

def split(word, marker):
    return (*word, marker) if marker else tuple(word)  # @split

def read(corpus, marker):
    counted = Counter(corpus.split())  # @read
    return {split(word, marker): n for word, n in counted.items()}  # @words

def count_pairs(words):
    counts = Counter()
    for word, frequency in words.items():
        for pair in zip(word, word[1:]):  # every occurrence
            counts[pair] += frequency  # @count-word
    return counts

def choose(counts, tie_break):
    by_name = tie_break == "lexicographic"
    pairs = sorted(counts) if by_name else list(counts)  # @sorted
    return max(pairs, key=counts.get)  # a tie: the first of pairs  # @greatest

def replace(word, best):
    merged, i = [], 0
    while i < len(word):
        if word[i : i + 2] == best:
            merged.append(word[i] + word[i + 1])  # @join
            i += 2  # no overlap
        else:
            merged.append(word[i])
            i += 1
    return tuple(merged)

def learn(words, num_merges, tie_break):
    merges = []
    while len(merges) < num_merges:
        counts = count_pairs(words)  # @count
        if not counts:  # every word is one token  # @learned
            break
        best = choose(counts, tie_break)  # @merge
        merges.append(best)
        words = {replace(w, best): n for w, n in words.items()}  # @replace
    return merges, words

def tokens_per_word(words):
    total = sum(words.values())
    length = sum(n * len(word) for word, n in words.items())
    return length / total

def encode(word, merges, marker):
    tokens = split(word, marker)  # @encode-split
    for rank, best in enumerate(merges):  # in the order learned
        tokens = replace(tokens, best)  # @encode
    return tokens

def number(words, merges):
    symbols = [symbol for word in words for symbol in word]
    symbols += [left + right for left, right in merges]
    vocabulary = dict.fromkeys(symbols)  # each once
    return {symbol: i for i, symbol in enumerate(vocabulary)}  # @number

def decode(tokens, marker):
    return "".join(tokens).removesuffix(marker)

def count_once_per_word(words):  # a bug: a set forgets how often
    counts = Counter()
    for word, frequency in words.items():
        for pair in dict.fromkeys(zip(word, word[1:])):
            counts[pair] += frequency  # @count-once
    return counts

def replace_text(word, best):  # a bug: it joins parts of symbols
    text = " ".join(word).replace(" ".join(best), "".join(best))  # @replace-text
    return tuple(text.split(" "))
