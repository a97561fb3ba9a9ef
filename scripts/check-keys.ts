/** `npm run check:keys`: compares every key column with the values that it copies. Ends with 1 and names what differs. */
import { checkKeyColumns } from '../src/leads/store/key-columns.ts';
import { CommandError, withDatabase } from './with-database.ts';

await withDatabase(async ({ db }) => {
  const mismatches = await checkKeyColumns(db);
  for (const { campaignId, column, field, leads } of mismatches) {
    console.error(
      `campaign ${campaignId}: ${leads} leads have something else in ${column} than in their field ${field}`,
    );
  }
  if (mismatches.length > 0) throw new CommandError(`${mismatches.length} key columns differ from their values.`);
  console.log('Every key column holds what its field holds.');
});
