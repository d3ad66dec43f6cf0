// The rules of AWS's groups and the labels they add, as the WAF developer guide lists them. A rule
// that only counts by itself (AWSManagedIPDDoSList) is not here: it neither blocks nor is read.

const labelled = (
  kinds: Readonly<Record<string, string>>,
  ...rules: readonly string[]
): Readonly<Record<string, string>> =>
  Object.fromEntries(rules.map((rule) => [rule, kinds[rule] ?? titled(rule)]));

// AWS spells a rule GenericLFI_QUERYARGUMENTS and its label GenericLFI_QueryArguments.
const parts: Readonly<Record<string, string>> = {
  BODY: 'Body',
  COOKIE: 'Cookie',
  HEADER: 'Header',
  METHOD: 'Method',
  QUERYARGUMENTS: 'QueryArguments',
  QUERYSTRING: 'QueryString',
  URIPATH: 'URIPath',
};

const titled = (rule: string): string =>
  rule
    .split('_')
    .map((part) => parts[part] ?? part)
    .join('_');

const places: Readonly<Record<string, string>> = {
  BODY: 'body',
  COOKIE: 'cookie',
  HEADER: 'headers',
  METHOD: 'method',
  QUERYARGUMENTS: 'query',
  QUERYSTRING: 'query',
  URIPATH: 'path',
};

/** The parts of a request that rules look at: AWS ends each name with it. */
export const placesIn = (rules: Readonly<Record<string, string>>): readonly string[] => [
  ...new Set(Object.keys(rules).map((rule) => places[rule.split('_').at(-1) ?? ''] ?? rule)),
];

const across = (name: string, ...places: readonly string[]): readonly string[] =>
  places.map((place) => `${name}_${place}`);

/** Common rule set: XSS, traversal (LFI), remote file inclusion (RFI) and more; no SQL. */
export const commonRules = labelled(
  { UserAgent_BadBots_HEADER: 'BadBots_Header' },
  'NoUserAgent_HEADER',
  'UserAgent_BadBots_HEADER',
  ...across('SizeRestrictions', 'QUERYSTRING', 'Cookie_HEADER', 'BODY', 'URIPATH'),
  ...across('EC2MetaDataSSRF', 'BODY', 'COOKIE', 'URIPATH', 'QUERYARGUMENTS'),
  ...across('GenericLFI', 'QUERYARGUMENTS', 'URIPATH', 'BODY'),
  ...across('RestrictedExtensions', 'URIPATH', 'QUERYARGUMENTS'),
  ...across('GenericRFI', 'QUERYARGUMENTS', 'BODY', 'URIPATH'),
  ...across('CrossSiteScripting', 'COOKIE', 'QUERYARGUMENTS', 'BODY', 'URIPATH'),
);

/** Known bad inputs: exploits that have a name. */
export const knownBadRules = labelled(
  {},
  ...across('JavaDeserializationRCE', 'HEADER', 'BODY', 'URIPATH', 'QUERYSTRING'),
  'Host_localhost_HEADER',
  'PROPFIND_METHOD',
  'ExploitablePaths_URIPATH',
  ...across('Log4JRCE', 'HEADER', 'QUERYSTRING', 'BODY', 'URIPATH'),
);

/** SQL injection. */
export const sqlRules = labelled(
  {},
  ...across('SQLi', 'QUERYARGUMENTS', 'BODY', 'COOKIE'),
  ...across('SQLiExtendedPatterns', 'QUERYARGUMENTS', 'BODY'),
);

/** Bot Control, inspection level COMMON. */
export const botRules = {
  CategoryAdvertising: 'bot:category:advertising',
  CategoryArchiver: 'bot:category:archiver',
  CategoryContentFetcher: 'bot:category:content_fetcher',
  CategoryEmailClient: 'bot:category:email_client',
  CategoryHttpLibrary: 'bot:category:http_library',
  CategoryLinkChecker: 'bot:category:link_checker',
  CategoryMiscellaneous: 'bot:category:miscellaneous',
  CategoryMonitoring: 'bot:category:monitoring',
  CategoryScrapingFramework: 'bot:category:scraping_framework',
  CategorySearchEngine: 'bot:category:search_engine',
  CategorySecurity: 'bot:category:security',
  CategorySeo: 'bot:category:seo',
  CategorySocialMedia: 'bot:category:social_media',
  CategoryAI: 'bot:category:ai',
  SignalAutomatedBrowser: 'signal:automated_browser',
  SignalKnownBotDataCenter: 'signal:known_bot_data_center',
  SignalNonBrowserUserAgent: 'signal:non_browser_user_agent',
};

/** Lists of addresses. */
export const addressRules = {
  reputation: labelled({}, 'AWSManagedIPReputationList', 'AWSManagedReconnaissanceList'),
  anonymous: labelled({}, 'AnonymousIPList', 'HostingProviderIPList'),
};
