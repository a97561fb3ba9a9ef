/**
 * Stands above a form if somebody else has changed the same thing since it was opened, so that nothing is overwritten
 * unseen.
 */
import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

interface OvertakenProps {
  /** The changed thing, such as "status". */
  readonly thing: string;
  /** Whether somebody else deleted it. */
  readonly gone?: boolean;
  /** Its current state. */
  readonly children: ReactNode;
}

export function Overtaken({ thing, gone = false, children }: OvertakenProps) {
  if (gone) {
    return (
      <Alert color="red" role="alert">
        Somebody else has deleted this {thing}. There is nothing left to save.
      </Alert>
    );
  }
  return (
    <Alert color="orange" role="alert" title={`Somebody else has changed this ${thing}`}>
      It is {children} now. Save again to replace it with yours.
    </Alert>
  );
}
