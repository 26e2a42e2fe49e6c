package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.print.DocumentPaper;
import java.util.concurrent.ThreadFactory;

/**
 * That the terminal takes money only once the document is printed (ZVT: issue of goods, 84 9C). Not
 * every terminal can, so it is a setting.
 *
 * @param threads where the document is printed while the terminal waits
 */
public record IssueFirst(DocumentPaper documents, Journal journal, ThreadFactory threads) {}
