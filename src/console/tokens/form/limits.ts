/** The default limits of a token per minute, as on the server. */
const ofCampaign = { requests_per_minute: 600, writes_per_minute: 6_000 };

export const usualLimits = {
  campaign: ofCampaign,
  account: { requests_per_minute: 6_000, writes_per_minute: 60_000 },
} as const satisfies Record<string, Record<keyof typeof ofCampaign, number>>;
