/** How large a body may be, as sent and when unpacked. */

export const mebibyte = 1024 * 1024;
export const bodyLimit = mebibyte;

/** Bytes that the body of an operation may have. */
export const bodyLimitOf = (operationId: string): number => (operationId === 'writeLeads' ? 16 * mebibyte : bodyLimit);
