/** What a token may do in a minute where it has no limits of its own, as the server has it. */
const ofCampaign = { requests_per_minute: 600, writes_per_minute: 6_000 };

export const usualLimits = {
  campaign: ofCampaign,
  account: { requests_per_minute: 6_000, writes_per_minute: 60_000 },
} as const satisfies Record<string, Record<keyof typeof ofCampaign, number>>;
