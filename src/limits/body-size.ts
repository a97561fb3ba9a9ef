/** The size limits of bodies, as sent and when unpacked. */

export const mebibyte = 1024 * 1024;
export const bodyLimit = mebibyte;

/** The values that the JSON of a body may hold: five hundred for each item of a batch. */
export const mostValues = 500_000;

/**
 * The values that one item of a batch, or a body that is not a batch, may hold; the entries of one list; the members of one
 * object.
 */
export const mostValuesOfEntry = 50_000;
export const mostEntries = 10_000;
export const mostMembers = 5_000;

/** The names that a form may have. PHP and Rails number the entries of a list, so that each is a name. */
export const mostNames = 25_000;

/** The bytes that the body of an operation may have. */
export const bodyLimitOf = (operationId: string): number => (operationId === 'writeLeads' ? 16 * mebibyte : bodyLimit);
