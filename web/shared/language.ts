// Which of the languages that we speak a visitor gets.

export const languages = ["en", "vi", "es"] as const;
export type Language = (typeof languages)[number];

/** Returns the language for the first of the BCP 47 tags that we speak; English where that is none. */
export function language(...tags: string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split("-")[0];
    const spoken = languages.find((one) => one === primary);
    if (spoken !== undefined) {
      return spoken;
    }
  }
  return "en";
}
