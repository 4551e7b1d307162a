// What the browser says of colours.

/** The color of an element in the parent whose style says so, as the browser computes it; "" where it knows no such colour. */
function computed(color: string, parent: ParentNode): string {
  const probe = document.createElement("span");
  probe.style.color = color;
  if (probe.style.color === "") {
    return "";
  }
  parent.append(probe);
  const said = getComputedStyle(probe).color;
  probe.remove();
  return said;
}

/** A colour in so many characters is one. Of more, a browser may not come to the end: each color-mix() in another doubles what it tries. */
const longest = 250;

/** Returns any CSS colour as "#rrggbb", such as it is in the parent; "" where it is none. What shines through is left out. */
export function colorOf(color: string, parent: ParentNode): string {
  const said = color && color.length <= longest && CSS.supports("color", color) ? computed(`color-mix(in srgb, ${color}, ${color})`, parent) : "";
  const [red, green, blue] = said.match(/^color\(srgb (\S+) (\S+) ([^\s)]+)/)?.slice(1).map(Number) ?? [];
  const digits = [red, green, blue].map((share = NaN) => Math.round(255 * Math.min(1, Math.max(0, share))).toString(16).padStart(2, "0"));
  return Number.isFinite((red ?? NaN) + (green ?? NaN) + (blue ?? NaN)) ? `#${digits.join("")}` : "";
}

/** The colour scheme in the parent. */
export function schemeOf(parent: ParentNode): "dark" | "light" {
  return computed("light-dark(#000, #fff)", parent) === "rgb(255, 255, 255)" ? "dark" : "light";
}
