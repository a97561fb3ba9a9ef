/**
 * The state of a lead's form: the version it started from, the changed values, and the server's refusals. If somebody else
 * saved the lead first, it also has their version, so that neither change is lost.
 */
import { useMutation } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { type InputError, Problem } from '../../api/problem.ts';
import { inputWords } from '../../ui/form/input-words.ts';
import { serverErrors } from '../../ui/form/server-errors.ts';
import { showToast } from '../../ui/toast.ts';
import type { Lead } from '../queries.ts';
import { type Labels, shownValue } from '../shown-value.ts';
import { type Draft, draftOf, patchOf, pathsOf, same, valueAt, withValue } from './draft.ts';
import { readLead, type Save, saveLead } from './save-lead.ts';

interface LeadFormOptions {
  readonly slug: string;
  readonly labels: Labels;
  /** Undefined for a new lead. */
  readonly lead: Lead | undefined;
  readonly saved: (lead: Lead) => void;
}

const blank = ({ statuses }: Labels): Draft => ({
  status: statuses.find((one) => one.is_default)?.key ?? '',
  external_id: null,
  fields: {},
});

export function useLeadForm({ slug, labels, lead, saved }: LeadFormOptions) {
  const [base, setBase] = useState(lead);
  const before = base ? draftOf(base) : blank(labels);
  const [draft, setDraft] = useState(before);
  const [theirs, setTheirs] = useState<Lead>();
  const changed = pathsOf(patchOf(before, draft));
  const isUnsaved = useRef(false);
  isUnsaved.current = changed.length > 0;
  const isSending = useRef(false);

  const request = useMutation({
    mutationFn: (save: Save) => {
      isSending.current = true;
      // `isSending` is true until the answer comes, not until the callbacks have ended.
      return saveLead(slug, save).finally(() => {
        isSending.current = false;
      });
    },
    onSuccess: (now) => {
      showToast(base ? 'Saved.' : 'The lead is created.');
      isUnsaved.current = false;
      setBase(now);
      setDraft(draftOf(now));
      saved(now);
    },
    onError: async (error, { base: from }) => {
      const isStale = error instanceof Problem && error.code === 'precondition_failed';
      // If the lead was deleted meanwhile, the next attempt says so.
      if (from && isStale) setTheirs(await readLead(slug, from.id).catch(() => undefined));
    },
  });
  const known = ['status', 'external_id', ...labels.fields.map(({ key }) => `fields.${key}`)];
  const refused = request.error
    ? serverErrors(request.error, (path) => known.includes(path), wordsFor(labels))
    : undefined;
  const tried = request.variables?.draft ?? draft;
  const start = (from: Lead, next: Draft) => {
    setBase(from);
    setDraft(next);
    setTheirs(undefined);
  };

  // The function stays the same between renders, so that inputs whose values stay are not rendered again.
  const set = useCallback((path: string, value: unknown) => setDraft((now) => withValue(now, path, value)), []);

  return {
    base,
    before,
    draft,
    theirs,
    changed,
    unsaved: () => isUnsaved.current,
    sending: () => isSending.current,
    request,
    /** A refusal that names no field. */
    refusal: refused?.rest,
    /** Errors of inputs, each until its value changes. */
    errorAt: (path: string) => (same(valueAt(draft, path), valueAt(tried, path)) ? refused?.fields[path] : undefined),
    set,
    save: () => request.mutate({ base, draft }),
    discard: () => {
      setDraft(before);
      request.reset();
    },
    /** After a conflict: saves their version with the chosen values of mine. */
    settle: (from: Lead, kept: readonly string[]) => {
      const merged = kept.reduce((now, path) => withValue(now, path, valueAt(draft, path)), draftOf(from));
      start(from, merged);
      if (pathsOf(patchOf(draftOf(from), merged)).length > 0) request.mutate({ base: from, draft: merged });
      else {
        request.reset();
        saved(from);
      }
    },
    /** Back to the form as it was. */
    postpone: () => setTheirs(undefined),
  };
}

export type LeadForm = ReturnType<typeof useLeadForm>;

/** The words for an error of a value, by the limits of its field and the labels of its options. */
const wordsFor = (labels: Labels) => (error: InputError, path: string) => {
  const field = labels.fields.find(({ key }) => path === `fields.${key}` || path.startsWith(`fields.${key}.`));
  return inputWords(error, path, { ...field, labelOf: (value) => shownValue(labels, path, value) });
};
