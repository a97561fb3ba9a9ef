/** The nonce that the page came with: whoever makes a style element gives it, or the content security policy blocks it. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
