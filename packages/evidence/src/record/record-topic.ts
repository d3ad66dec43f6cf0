/** A subject of records of processing, whatever the law. */
export type RecordTopic =
  | 'parties'
  | 'purposes'
  | 'data'
  | 'transfers'
  | 'recipients'
  | 'retention'
  | 'security';
