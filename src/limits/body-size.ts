/** How large a body may be, as sent and when unpacked. */

export const mebibyte = 1024 * 1024;
export const bodyLimit = mebibyte;

/** How many values the JSON of a body may hold: five hundred for each item of a batch. */
export const mostValues = 500_000;

/** Of these, in one item of a batch, or in a body that is no batch; and entries of one list, and members of one object. */
export const mostValuesOfEntry = 50_000;
export const mostEntries = 10_000;
export const mostMembers = 5_000;

/** How many names a form may have: PHP and Rails number the entries of a list, each a name of its own. */
export const mostNames = 25_000;

/** Bytes that the body of an operation may have. */
export const bodyLimitOf = (operationId: string): number => (operationId === 'writeLeads' ? 16 * mebibyte : bodyLimit);
