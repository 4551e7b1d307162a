// The demo page: choose what the widget is like, see it, and copy the lines for a site.

import { playerWords } from "../element/playerwords";
import { frameWords } from "../frame/words";
import { Sentence, sentences } from "../poster/words";
import { defaultPack } from "../shared/choices";
import { colorOf } from "../shared/color";
import type { Language } from "../shared/language";
import { part } from "../shared/part";
import { allAttributes, fragmentOf, isInstant, readFragment, siteOf, sites } from "./choice";
import type { Choice, Site } from "./choice";
import { faultNames, faultsOf, fields, fillForm, forgetEvent, offerEvents, readForm, show, showFields } from "./form";
import type { Fault } from "./form";
import { Reading } from "./packinfo";
import type { PackInfo } from "./packinfo";
import { styleOf } from "./sizes";
import { policy, rule, snippet } from "./snippets";
import type { Place } from "./snippets";
import { speak, wished } from "./speech";
import { words } from "./words";

/** How long somebody may stop in the middle of an address, in milliseconds. */
const patience = 400;

/** How long lines that are to be copied may wait for the title of a pack, in milliseconds: it is in them. */
const patienceForTitle = 2000;

/** How long it is said what has come of a press, in milliseconds: longer where there is something left to do. */
const glance = 4000;
const look = 10_000;

const form = part("form", HTMLFormElement);
const preview = part("preview", HTMLElement);
const copied = part("copied", HTMLElement);
const base = new URL(".", location.href).href;
/** The address that WordPress makes a widget of, where the site has been built to tell it (oEmbed). */
const embed = document.querySelector("link[type='application/json+oembed']") && document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href;
const isLocal = /^(localhost|127\.|\[::1\]|$)/.test(location.hostname);

let tongue = wished();
let site: Site;
/** Of the pack at an address that is chosen. */
let reading: Reading | undefined;
/** Runs while somebody types an address; 0 when what is typed has been taken over. */
let pause = 0;
/** Whether what is chosen has been asked for, so that what is missing is missed. */
let tried = false;
/** Runs while it is said what has come of a press. */
let telling = 0;

/** What the pack that is chosen says of itself; undefined until it is known. */
function known({ pack }: Choice): PackInfo | undefined {
  if (pack !== defaultPack) {
    return reading?.info;
  }
  const titles = sentences(tongue);
  return { title: POSTER.title, events: POSTER.events.map(({ id = "" }, i) => ({ id, title: titles[Sentence.title + i] ?? id })) };
}

/** Shows what is chosen: in the form, in the preview, in the lines. */
function update(): void {
  showFields();
  const choice = readForm();
  const info = known(choice);
  offerEvents(info?.events ?? [], part("event", HTMLSelectElement).value);
  tellFields(choice);
  preview.style.cssText = choice.size === "text" ? "" : styleOf(choice.size, choice.width, choice.height).map((pair) => pair.join(":")).join(";");
  for (const [name, value] of allAttributes(choice)) {
    if (value === "") {
      preview.removeAttribute(name);
    } else if (preview.getAttribute(name) !== value) {
      preview.setAttribute(name, value);
    }
  }
  part("swatch", HTMLInputElement).value = colorOf(choice.accent || "light-dark(#8e44c8, #ffe1b0)", document.body);
  write(choice, { base, name: playerWords[choice.lang || tongue].game(info?.title ?? new URL(choice.pack, base).host) });
  keep(choice);
}

/** Keeps what is chosen in the address of the page. */
function keep(choice: Choice): void {
  const fragment = fragmentOf(choice, site);
  try {
    history.replaceState(null, "", location.pathname + location.search + (fragment && `#${fragment}`));
  } catch {
    // Safari allows a hundred in half a minute, which a colour that is dragged about has soon. The next change is kept again.
  }
}

function write(choice: Choice, place: Place): void {
  const { how, address, local, insecure } = words[tongue];
  const text = (id: string, said: string): void => {
    part(id, HTMLElement).textContent = said;
  };
  text("snippet-how", how[site]);
  text("snippet", snippet(site, choice, place));
  text("policy", policy(site, place));
  text("rule", rule(site, choice, place));
  text("address-how", address);
  text("address", embed ?? "");
  text("place", isLocal ? local : insecure);
  show("place", isLocal || location.protocol === "http:");
  show("address-block", site === "wordpress" && typeof embed === "string");
  show("trusted-block", site !== "iframe");
  copied.textContent = "";
}

/** Says below each field what is wrong with it, or what is known of it. */
function tellFields(choice: Choice): void {
  const { faults, offset, past, readable } = words[tongue];
  const wrong = faultsOf();
  // An instant needs no zone, but whoever chooses it wants to know in whose time it is.
  const hours = /T.*([+-]\d\d:\d\d)$/.exec(choice.event)?.[1];
  const known: Record<Fault, string> = {
    pack: tellReading(),
    at: hours === undefined ? "" : `${offset(hours)} ${Date.parse(choice.event) < Date.now() ? past : ""}`.trim(),
    accent: choice.accent && readable,
    width: "",
    height: "",
  };
  for (const field of faultNames) {
    const isWrong = wrong.includes(field);
    // What nobody has got to yet is no mistake.
    const isMarked = (isWrong && (tried || fields[field].value !== "")) || (field === "pack" && reading?.failure !== undefined);
    fields[field].ariaInvalid = String(isMarked);
    const line = part(`${field}-said`, HTMLElement);
    line.classList.toggle("fault", isMarked);
    const said = isWrong ? faults[field] : known[field];
    if (line.textContent !== said) {
      line.textContent = said;
    }
  }
}

/** Reads the pack that is chosen; what could not be read is not taken from the browser's cache the next time. */
function readAhead(): void {
  const cache = reading?.failure === undefined ? "default" : "no-cache";
  reading?.end();
  const { pack } = readForm();
  const own = pack === defaultPack ? undefined : new Reading(pack, cache);
  reading = own;
  void own?.over.then(() => own === reading && update());
}

/** Takes over what is in the form. again has a pack that could not be read be read anew: it may have been mended. */
function settle(again: boolean): void {
  window.clearTimeout(pause);
  pause = 0;
  const isOther = readForm().pack !== preview.getAttribute("pack");
  if (isOther || (again && reading?.failure !== undefined)) {
    readAhead();
  }
  if (isOther) {
    forgetEvent(); // it was of the other pack
  }
  update();
}

/** Takes over what the address of the page says. */
function take(): void {
  window.clearTimeout(pause);
  pause = 0;
  const choice = readFragment(location.hash);
  site = siteOf(location.hash);
  for (const radio of document.querySelectorAll<HTMLInputElement>("[name=site]")) {
    radio.checked = radio.value === site;
  }
  offerEvents(known(choice)?.events ?? [], isInstant(choice.event) ? "own" : choice.event);
  fillForm(choice);
  readAhead();
}

/** Says of the pack at an address what is known of it. */
function tellReading(): string {
  const { info, failure } = reading ?? {};
  if (reading === undefined) {
    return "";
  }
  if (failure !== undefined) {
    const isInsecure = failure.fault === "address" && reading.pack.startsWith("http:");
    return isInsecure ? words[tongue].insecurePack : frameWords[tongue].packFaults[failure.fault](failure.host);
  }
  return info === undefined ? words[tongue].reading : words[tongue].read(info.title);
}

/** Says what has come of a press. */
function tell(said: string, time: number): void {
  window.clearTimeout(telling);
  copied.textContent = said;
  telling = window.setTimeout(() => (copied.textContent = ""), time);
}

/** Says what has to be mended first and leads there, where something has. */
function refuse(): boolean {
  const fault = reading?.failure === undefined ? faultsOf()[0] : "pack";
  if (fault === undefined) {
    return false;
  }
  tried = true;
  update();
  tell(words[tongue].mend, look);
  fields[fault].focus();
  return true;
}

/** Takes over what has just been typed and reads anew what could not be read. Returns whether nothing has to be mended. */
async function catchUp(): Promise<boolean> {
  if (pause !== 0 || reading?.failure !== undefined) {
    settle(true);
  }
  await Promise.race([reading?.over, new Promise((resolve) => setTimeout(resolve, patienceForTitle))]);
  return !refuse();
}

async function copy(button: HTMLButtonElement): Promise<void> {
  if (!(await catchUp())) {
    return;
  }
  const code = part(button.dataset["copies"] ?? "", HTMLElement);
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    tell(words[tongue].copied, glance);
  } catch {
    getSelection()?.selectAllChildren(code);
    tell(words[tongue].byHand, look);
  }
}

function speakIn(language: Language): void {
  tongue = language;
  speak(tongue);
  for (const button of part("tongues", HTMLElement).querySelectorAll("button")) {
    button.ariaPressed = String(button.lang === tongue);
  }
  update();
}

take();
speakIn(tongue);
part("choices", HTMLFieldSetElement).disabled = part("sites", HTMLFieldSetElement).disabled = false;
show("tongues", true);

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement && target.id === "swatch") {
    fields.accent.value = target.value;
  }
  window.clearTimeout(pause);
  if (target === fields.pack) {
    pause = window.setTimeout(() => settle(true), patience);
  } else {
    settle(false);
  }
});
window.addEventListener("hashchange", () => {
  take();
  update();
});
const see = part("see", HTMLButtonElement);
see.disabled = false;
see.addEventListener("click", () => void catchUp().then((ready) => ready && preview.scrollIntoView({ block: "center" })));
part("sites", HTMLFieldSetElement).addEventListener("input", ({ target }) => {
  site = sites.find((one) => target instanceof HTMLInputElement && one === target.value) ?? site;
  update();
});
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copies]")) {
  button.disabled = false;
  button.addEventListener("click", () => void copy(button));
}
part("tongues", HTMLElement).addEventListener("click", ({ target }) => {
  if (target instanceof HTMLButtonElement) {
    history.replaceState(null, "", `?lang=${target.lang}${location.hash}`);
    speakIn(target.lang as Language);
  }
});
