/** Announces a change as a member. Returns a function that withdraws it. */
import type { Client } from './manage.ts';

export async function announce(member: Client, slug: string, body: object): Promise<() => Promise<void>> {
  const path = `/campaigns/${slug}/announced-changes`;
  const answer = await member.call(`POST ${path}`, { body });
  if (answer.status !== 201) throw new Error(`could not announce: ${JSON.stringify(answer.body)}`);
  return async () => {
    await member.call(`DELETE ${path}/${answer.body.id}`);
  };
}
