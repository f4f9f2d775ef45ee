package dev.chatcall.server.mail;

/** Sends mail. */
@FunctionalInterface
public interface Mailer {

    /** @param text plain */
    record Mail(String to, String subject, String text) {
        /** Says nothing of the text, which may hold a secret link. */
        @Override
        public String toString() {
            return "Mail[subject=" + subject + "]";
        }
    }

    /**
     * Hands the mail to the mail server and waits until that has taken it.
     *
     * @throws MailUnsentException when it did not
     */
    void send(Mail mail);
}
