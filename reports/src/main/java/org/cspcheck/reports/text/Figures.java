package org.cspcheck.reports.text;

import java.time.Duration;

/** Numbers as people read them. */
public final class Figures {
    private Figures() {}

    /** {@return 1,234,567} */
    public static String count(long number) {
        String digits = Long.toString(number);
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0 && digits.charAt(i - 1) != '-') {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** {@return "1 state", "2 states"} */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@return 0.04 s, 12.3 s, 2 min 05 s, 1 h 02 min} */
    public static String time(Duration time) {
        long hundredths = (time.toMillis() + 5) / 10;
        if (hundredths < 1000) {
            return decimal(hundredths, 2) + " s";
        }
        long tenths = (time.toMillis() + 50) / 100;
        if (tenths < 600) {
            return decimal(tenths, 1) + " s";
        }
        long seconds = (time.toMillis() + 500) / 1000;
        if (seconds < 3600) {
            return seconds / 60 + " min " + two(seconds % 60) + " s";
        }
        return seconds / 3600 + " h " + two(seconds % 3600 / 60) + " min";
    }

    /** {@return 512 B, 4.0 KB, 1.5 GB, where 1 KB is 1024 B} */
    public static String size(long bytes) {
        String[] units = {"KB", "MB", "GB", "TB", "PB", "EB"};
        if (bytes < 1024) {
            return bytes + " B";
        }
        int unit = 0;
        double amount = bytes / 1024.0;
        while (amount >= 999.95 && unit + 1 < units.length) {
            amount /= 1024;
            unit++;
        }
        return decimal(Math.round(amount * 10), 1) + " " + units[unit];
    }

    private static String decimal(long scaled, int places) {
        long unit = places == 1 ? 10 : 100;
        String fraction = places == 1 ? Long.toString(scaled % unit) : two(scaled % unit);
        return count(scaled / unit) + "." + fraction;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
