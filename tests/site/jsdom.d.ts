/** The one thing that the site's test needs of jsdom, which brings no types. Can go when @types/jsdom is installed. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: Document };
  }
}
