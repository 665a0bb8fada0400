import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  // The Wanx contract is mounted under /api/v1 and its clients use both slash forms: neither may redirect.
  skipTrailingSlashRedirect: true,
  experimental: { agentUpgrade: false },
};

export default config;
