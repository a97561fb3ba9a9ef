/** The search box of a list. */
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import classes from './list-tools.module.css';
import type { SearchText } from './use-list.ts';

interface SearchInputProps extends Pick<SearchText, 'text' | 'type'> {
  /** The noun for several entries. */
  readonly many: string;
}

export function SearchInput({ many, text, type }: SearchInputProps) {
  return (
    <TextInput
      className={classes.search}
      aria-label={`Search ${many}`}
      placeholder={`Search ${many}`}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      leftSection={<IconSearch size={15} />}
      rightSection={text !== '' && <CloseButton size="sm" aria-label="Clear the search" onClick={() => type('')} />}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
