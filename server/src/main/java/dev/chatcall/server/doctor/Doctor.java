package dev.chatcall.server.doctor;

import dev.chatcall.server.doctor.stun.StunClient;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Examines a server that runs, from where this runs, and prints a line for each thing that it looked at. */
public final class Doctor {
    private final URI url;
    private final @Nullable String metricsToken;
    private final Clock clock;
    private final PrintStream out;

    /**
     * @param url where clients find the server
     * @param metricsToken needed where this does not run on the server's machine
     */
    public Doctor(URI url, @Nullable String metricsToken, Clock clock, PrintStream out) {
        this.url = url;
        this.metricsToken = metricsToken;
        this.clock = clock;
        this.out = out;
    }

    /** @return whether nothing was wrong */
    public boolean examine() {
        try (Patient patient = new Patient(url, metricsToken)) {
            boolean well = true;
            for (Examination examination : new WebExaminations(patient, clock).all()) {
                well &= examine(examination);
            }
            Diagnosis diagnosis = diagnosis(patient);
            if (diagnosis == null) {
                return false;
            }
            for (Examination examination : new MediaExaminations(diagnosis, new StunClient(new SecureRandom())).all()) {
                well &= examine(examination);
            }
            return well;
        }
    }

    private @Nullable Diagnosis diagnosis(Patient patient) {
        try {
            Diagnosis diagnosis = patient.diagnosis();
            if (diagnosis == null) {
                print("✗", "Calls", "The server does not tell us about its media.");
                print(" ", "", "Run this on its machine, or with its CHATCALL_METRICS_TOKEN.");
            }
            return diagnosis;
        } catch (IOException e) {
            print("–", "Calls", "not looked at, since the server does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private boolean examine(Examination examination) {
        return switch (examination.finding()) {
            case Finding.Fine(var detail) -> print("✓", examination.name(), detail);
            case Finding.Skipped(var why) -> print("–", examination.name(), why);
            case Finding.Wrong(var problem, var remedy) -> {
                print("✗", examination.name(), problem);
                print(" ", "", remedy);
                yield false;
            }
        };
    }

    private boolean print(String mark, String name, String text) {
        out.printf("%s %-16s %s%n", mark, name, text);
        return true;
    }
}
