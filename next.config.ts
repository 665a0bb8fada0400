import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  // The Wanx contract is mounted under /api/v1 and its clients use both slash forms: neither may redirect.
  skipTrailingSlashRedirect: true,
  // Pictures come by their hash from our own API; an open resizer beside it is only a way to keep the processor busy.
  images: { unoptimized: true },
  experimental: { agentUpgrade: false },
};

export default config;
