"""Trains BPE with the Hugging Face tokenizers library: train_bpe.py TEXT MERGES.

Words are split at white space; the last letter of a word carries the marker, the nearest that the
library has to a marker of its own. Trains once for each line of its input, and then prints how many
merges it learned, in how long, and the most memory that the process took.
"""

import json
import resource
import sys
import time

from tokenizers import Tokenizer, models, pre_tokenizers, trainers

text, merges = sys.argv[1], int(sys.argv[2])
letters = set()
with open(text, encoding="utf-8") as lines:
    for line in lines:
        letters.update(line)
print("ready", flush=True)
for _ in sys.stdin:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    trainer = trainers.BpeTrainer(
        vocab_size=merges + 2 * len(letters), end_of_word_suffix="</w>", show_progress=False
    )
    before = time.perf_counter()
    tokenizer.train([text], trainer)
    seconds = time.perf_counter() - before
    print(f"tokenizers: trained in {1000 * seconds:.0f} ms", flush=True)
learned = len(json.loads(tokenizer.to_str())["model"]["merges"])
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{learned} merges, {megabytes:.0f} MB at most")
