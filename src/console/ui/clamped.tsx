/** A text of which three lines are shown, and the rest on demand, so that a long sentence does not push the others away. */
import { Anchor, type MantineSize, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

interface ClampedProps {
  readonly children: string;
  readonly size?: MantineSize;
  readonly c?: string;
}

const lines = 3;

export function Clamped({ children, size = 'sm', c }: ClampedProps) {
  const text = useRef<HTMLParagraphElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  const [isCut, setIsCut] = useState(false);
  useEffect(() => {
    const { current } = text;
    if (!current || isWhole) return;
    // Runs once at first, and then whenever the width changes.
    const observer = new ResizeObserver(() => setIsCut(current.scrollHeight > current.clientHeight + 1));
    observer.observe(current);
    return () => observer.disconnect();
  }, [isWhole]);
  return (
    <>
      <Text ref={text} size={size} c={c} lineClamp={isWhole ? undefined : lines}>
        {children}
      </Text>
      {(isCut || isWhole) && (
        <Anchor
          component="button"
          type="button"
          size="xs"
          aria-expanded={isWhole}
          onClick={() => setIsWhole((now) => !now)}
        >
          {isWhole ? 'Show less' : 'Show all'}
        </Anchor>
      )}
    </>
  );
}
