/** The nonce of the page. Every style element needs it, or the content security policy blocks the element. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
