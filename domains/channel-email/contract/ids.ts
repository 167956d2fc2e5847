import { id } from '#platform/contract';

export const MailId = id('Mail');
export const LineId = id('Line');
