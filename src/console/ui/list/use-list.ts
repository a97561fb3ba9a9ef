/**
 * A list that is searched, put in order and narrowed to a state, all kept in the address: reload, back and a link show the same.
 * Beginning a search, an order and a state are steps that the browser's back undoes; the further letters of a search are not.
 */
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ListAddress } from './address.ts';
import { filterAndSort, type Plan, type Sorted, sortedBy, stateOf } from './find.ts';

/** Milliseconds after the last key until the address tells what is searched for. */
const pause = 200;

export interface List<Item> {
  readonly plan: Plan<Item>;
  /** All entries, or the usual ones while no state is chosen; and of them what was asked for, in its order. */
  readonly all: readonly Item[];
  readonly shown: readonly Item[];
  /** What stands in the search box. */
  readonly text: string;
  readonly type: (text: string) => void;
  readonly state: string | undefined;
  readonly setState: (state: string | undefined) => void;
  readonly sorted: Sorted;
  /** Undefined: the order without a choice. */
  readonly sort: (by: Sorted | undefined) => void;
  /** Whether something is searched for, or a state chosen. */
  readonly isNarrowed: boolean;
  /** Whether every entry is shown in the order that it has by itself, which alone can be changed by hand. */
  readonly isWhole: boolean;
  readonly clear: () => void;
  /** Id of the entry that the address points to. */
  readonly mark: string | undefined;
}

/** `plan` is made once, or kept by `useMemo`. */
export function useList<Item>(entries: readonly Item[], plan: Plan<Item>): List<Item> {
  const { sort, state, mark } = useSearch({ strict: false }) as ListAddress;
  const go = useListAddress();
  const { text, type, set: setText } = useSearchText();

  const isKnownState = stateOf(plan, state) !== undefined;
  const { byDefault } = plan;
  const all = useMemo(
    () => (byDefault && !isKnownState ? entries.filter(byDefault) : entries),
    [entries, byDefault, isKnownState],
  );
  const shown = useMemo(() => filterAndSort(all, plan, { text, sort, state }), [all, plan, text, sort, state]);
  const sorted = sortedBy(plan, sort);
  const isNarrowed = text.trim() !== '' || isKnownState;
  return {
    ...{ plan, all, shown, text, sorted, isNarrowed, mark },
    state: isKnownState ? state : undefined,
    isWhole: !isNarrowed && sorted.name === Object.keys(plan.orders)[0],
    type,
    setState: (next) => go({ state: next, mark: undefined }),
    sort: (by) => go({ sort: by === undefined ? undefined : `${by.reversed ? '-' : ''}${by.name}`, mark: undefined }),
    clear: () => {
      setText('');
      go({ q: undefined, state: undefined, mark: undefined });
    },
  };
}

/** What is searched for, as the address keeps it. */
export interface SearchText {
  /** What stands in the search box. */
  readonly text: string;
  readonly type: (text: string) => void;
  /** Without a word to the address, which is changed by whoever calls this. */
  readonly set: (text: string) => void;
}

export function useSearchText(): SearchText {
  const { q = '' } = useSearch({ strict: false }) as ListAddress;
  const go = useListAddress();
  const [text, setText] = useState(q);
  const inAddress = useRef(q);
  // Another address than the one that was told from here: back, or a link.
  useEffect(() => {
    if (q === inAddress.current) return;
    inAddress.current = q;
    setText(q);
  }, [q]);
  const putInAddress = useDebouncedCallback((next: string) => {
    const before = inAddress.current;
    inAddress.current = next;
    go({ q: next || undefined, mark: undefined }, before !== '');
  }, pause);
  return {
    text,
    type: (next) => {
      setText(next);
      putInAddress(next);
    },
    set: (next) => {
      inAddress.current = next;
      setText(next);
    },
  };
}

type Changes = { readonly [Name in keyof ListAddress]: ListAddress[Name] | undefined };

/** Changes what the address tells of the list; the rest of it stays, and so does the place on the page. */
function useListAddress(): (changes: Changes, replace?: boolean) => void {
  const navigate = useNavigate();
  return (changes, replace = false) =>
    void navigate({
      to: '.',
      search: ((now: object) => ({ ...now, ...changes })) as never,
      replace,
      resetScroll: false,
    });
}
