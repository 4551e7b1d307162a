/** The build of Vue that can compile templates. */
declare module "vue/dist/vue.esm-bundler.js" {
  export * from "vue";
}

/** Vue's server renderer names them. */
declare module "node:stream" {
  export type Readable = never;
  export type Writable = never;
}
