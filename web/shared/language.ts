// Which of the languages that we speak a visitor gets.

export const languages = ["en", "vi", "es"] as const;
export type Language = (typeof languages)[number];

/** Returns the language for a BCP 47 tag; English for those that we do not speak. */
export function language(tag: string): Language {
  const primary = tag.toLowerCase().split("-")[0];
  return languages.find((one) => one === primary) ?? "en";
}
