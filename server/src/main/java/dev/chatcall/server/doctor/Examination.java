package dev.chatcall.server.doctor;

import java.util.concurrent.Callable;

/**
 * One thing to look at.
 *
 * @param name as it is printed
 * @param look may wait for seconds; whatever it throws counts as a fault
 */
record Examination(String name, Callable<Finding> look) {

    Finding finding() {
        try {
            return look.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding.Skipped("It was interrupted.");
        } catch (Exception e) {
            return new Finding.Wrong(
                    "This could not be found out: " + e.getMessage() + ".", "Read the server's log, and try again.");
        }
    }
}
