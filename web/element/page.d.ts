// What pages have that the types of the browser do not say.

interface Window {
  /** Trusted Types, where the browser has them. */
  readonly trustedTypes?: TrustedTypePolicyFactory;
}

interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedTypePolicy;
}

interface TrustedTypePolicy {
  /** What a script's address may be set to. */
  createScriptURL(url: string): unknown;
}
