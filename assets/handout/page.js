"use strict";
// Steps through the stops of a handout; where it stands is in the address, so that it can be linked to.
const stops = [...document.querySelectorAll("section")];
const links = [...document.querySelectorAll("nav a")];
let stop = 0;
let step = 0;
const figures = (of) => [...stops[of].querySelectorAll("figure")];

// The drawings of a stop are packed together; those that are looked at come first, the others for printing.
const unpacked = stops.map(() => null);

function unpack(of) {
  if (!unpacked[of]) {
    unpacked[of] = unpackNow(of).catch(() => {
      stops[of].querySelectorAll(".drawing").forEach((place) => {
        place.textContent = "This browser is too old to show the picture; one of 2023 or later does.";
      });
    });
  }
  return unpacked[of];
}

async function unpackNow(of) {
  const text = atob(stops[of].querySelector(".drawings").textContent);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const drawings = (await new Response(stream).text()).split("\u0000");
  stops[of].querySelectorAll(".drawing").forEach((place, i) => { place.innerHTML = drawings[i]; });
}

async function unpackAll() {
  for (let i = 0; i < stops.length; i++) { await unpack(i); }
}

function show() {
  unpack(stop);
  stops.forEach((section, i) => { section.hidden = i !== stop; });
  const inside = figures(stop);
  step = Math.max(0, Math.min(step, inside.length - 1));
  inside.forEach((figure, i) => { figure.hidden = i !== step; });
  links.forEach((link, i) => {
    if (i === stop) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
  });
  const section = stops[stop];
  section.querySelector(".count").textContent = inside.length > 1 ? `step ${step + 1} of ${inside.length}` : "";
  section.querySelector(".back").disabled = stop === 0 && step === 0;
  section.querySelector(".on").disabled = stop === stops.length - 1 && step === inside.length - 1;
  history.replaceState(null, "", `#${stop + 1}.${step + 1}`);
}

function on() {
  if (step < figures(stop).length - 1) { step++; } else if (stop < stops.length - 1) { stop++; step = 0; }
  show();
}

function back() {
  if (step > 0) { step--; } else if (stop > 0) { stop--; step = figures(stop).length - 1; }
  show();
}

function go(to, inside) {
  stop = Math.max(0, Math.min(to, stops.length - 1));
  step = inside;
  show();
}

function fromAddress() {
  const place = /^#(\d+)(?:\.(\d+))?$/.exec(location.hash);
  if (place) { go(Number(place[1]) - 1, Number(place[2] || 1) - 1); } else { show(); }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) { return; }
  const moves = {
    ArrowRight: on, PageDown: on, " ": on, ArrowLeft: back, PageUp: back,
    ArrowDown: () => go(stop + 1, 0), ArrowUp: () => go(stop - 1, 0),
    Home: () => go(0, 0), End: () => go(stops.length - 1, Infinity),
  };
  const onButton = event.key === " " && event.target.tagName === "BUTTON";
  if (moves[event.key] && !onButton) { event.preventDefault(); moves[event.key](); }
});
document.querySelectorAll(".on").forEach((button) => button.addEventListener("click", on));
document.querySelectorAll(".back").forEach((button) => button.addEventListener("click", back));
window.addEventListener("hashchange", fromAddress);
fromAddress();
unpackAll();
