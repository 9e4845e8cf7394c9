/** The job that sends what is due. */
export const DELIVER_NOTICES = 'notice.deliver'
