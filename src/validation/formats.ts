/** A UUID as JSON Schema has it (draft 2020-12, Validation, 7.3.5): the library of formats takes a URN too. */
export const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
