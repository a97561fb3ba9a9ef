/** Empty room in place of the rows that are out of view. */
interface RoomProps {
  /** In pixels. */
  readonly height: number;
  /** Whether it stands among the entries of a list. */
  readonly inList?: boolean;
}

export function Room({ height, inList = false }: RoomProps) {
  if (height <= 0) return null;
  return inList ? <li aria-hidden style={{ height, listStyle: 'none' }} /> : <div aria-hidden style={{ height }} />;
}

export function RoomInTable({ height, columns }: RoomProps & { readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}
