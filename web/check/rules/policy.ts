// Whether a policy of the host's own lets the game run, and other sites show it.

import type { Answer, Facts } from "../facts";
import { allowsAll, allowsOwn, policies, sourcesOf, words } from "../headers";
import type { Policy } from "../headers";
import { arrived, better, good, must, sent } from "./finding";
import type { Finding } from "./finding";

const header = "Content-Security-Policy";

export function judgePolicy(facts: Facts): Finding[] {
  const frame = arrived(facts.files).find(({ name }) => name === "frame.html");
  if (frame === undefined) {
    return [];
  }
  const { answer } = frame;
  const all = policies(answer.headers);
  const running = all.flatMap((policy) => judgeRunning(policy, answer, facts));
  const showing = judgeShowing(all, answer);
  return [
    ...running,
    ...(running.length > 0 ? [] : judgeTry(facts, answer)),
    ...showing,
    ...(showing.length > 0 ? [] : [good("Any site may show frame.html.")]),
  ];
}

/** What one policy says of what happens in the frame. */
function judgeRunning(policy: Policy, answer: Answer, { folder }: Facts): Finding[] {
  const found = [sent(answer, header)];
  const findings: Finding[] = [];
  const say = (level: typeof must, text: string, change: string) => findings.push(level(text, found, change, "Headers"));
  const refuses = (...directives: readonly string[]): boolean => {
    const sources = sourcesOf(policy, ...directives, "default-src");
    return sources !== undefined && !allowsOwn(sources, folder);
  };
  const scripts = sourcesOf(policy, "script-src", "default-src");
  if (refuses("script-src-elem", "script-src")) {
    say(must, "The host’s policy forbids the script of frame.html.", "Have script-src allow 'self' for frame.html.");
  } else if (scripts !== undefined && !scripts.some((source) => /^'(wasm-)?unsafe-eval'$/i.test(source))) {
    say(must, "The host’s policy forbids wasm in frame.html, and the game is wasm.", "Have script-src allow 'wasm-unsafe-eval' for frame.html.");
  }
  if (refuses("style-src-elem", "style-src")) {
    say(must, "The host’s policy forbids the style sheet of frame.html.", "Have style-src allow 'self' for frame.html.");
  }
  const connections = sourcesOf(policy, "connect-src", "default-src");
  if (refuses("connect-src")) {
    say(must, "The host’s policy forbids frame.html to fetch the game.", "Have connect-src allow 'self' for frame.html.");
  } else if (connections !== undefined && !allowsAll(connections)) {
    say(better, "The host’s policy lets frame.html fetch packs from few hosts only.", "Have connect-src allow https: for frame.html, unless that is what you want.");
  }
  if (refuses("img-src")) {
    say(better, "The host’s policy forbids the icon of frame.html.", "Have img-src allow 'self' for frame.html.");
  }
  const sandbox = policy.get("sandbox");
  if (sandbox !== undefined && !sandbox.includes("allow-scripts")) {
    say(must, "The host’s policy puts frame.html in a sandbox without scripts.", "Leave sandbox out of the policy, or allow scripts in it.");
  } else if (sandbox !== undefined && !sandbox.includes("allow-same-origin")) {
    say(better, "The host’s policy puts frame.html in a sandbox where nothing can be kept.", "Leave sandbox out of the policy, or add allow-same-origin.");
  }
  return findings;
}

/** What came of a real try: a program of eight bytes in this page. */
function judgeTry({ refusal }: Facts, answer: Answer): Finding[] {
  const found = [sent(answer, header)];
  return refusal === ""
    ? [good("Wasm compiles here, and no policy of the host’s own stands in the way of frame.html.", found)]
    : [must("Wasm did not compile in this page, though nothing in the headers of frame.html forbids it.", [refusal], "Look at the policy of check.html, and try another browser.", "Headers")];
}

/** Who may show the frame. */
function judgeShowing(all: readonly Policy[], answer: Answer): Finding[] {
  const unless = "unless all pages with the widget are on this host";
  const lists = all.map((policy) => policy.get("frame-ancestors")).filter((sources) => sources !== undefined);
  if (lists.length > 0) {
    // Browsers then leave X-Frame-Options alone.
    const found = [sent(answer, header)];
    const none = lists.some((sources) => sources.length === 0 || sources.includes("'none'"));
    const own = lists.some((sources) => sources.every((source) => source === "'self'"));
    if (none) {
      return [must("The host’s policy forbids every page to show frame.html.", found, "Leave frame-ancestors out, or name the sites that show the widget.", "Headers")];
    }
    if (own) {
      return [must("The host’s policy lets only its own pages show frame.html.", found, `Leave frame-ancestors out, or name the sites that show the widget, ${unless}.`, "Headers")];
    }
    const few = lists.find((sources) => !allowsAll(sources));
    return few === undefined ? [] : [good(`Only these may show frame.html: ${few.join(" ")}.`, found)];
  }
  const options = new Set(words(answer.headers["x-frame-options"]));
  const found = [sent(answer, "X-Frame-Options")];
  if (options.has("deny") || (options.size > 1 && options.has("sameorigin"))) {
    return [must("The host forbids every page to show frame.html.", found, "Leave X-Frame-Options out for frame.html.", "Headers")];
  }
  return options.has("sameorigin") ? [must("The host lets only its own pages show frame.html.", found, `Leave X-Frame-Options out for frame.html, ${unless}.`, "Headers")] : [];
}
